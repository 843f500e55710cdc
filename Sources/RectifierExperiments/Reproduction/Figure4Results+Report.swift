// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierTraining

extension Figure4Results {
  /// What pre-training gains for each number of labels, beside the paper's, and all errors.
  ///
  /// - Parameter result: What these results were made of.
  func section(_ evidence: ReportEvidence, of result: SweepResult) -> ReportSection {
    var section = ReportSection(
      title: "Figure 4: test error against the number of labels",
      source: "The paper's figure 4 (section 4.1) has rectifier and tanh networks on"
        + " \(Self.published.dataName), pre-trained on the whole training part or not, and fine-tuned"
        + " with a part of its labels. Its numbers are digitised, ± 0.1 points. * marks what differs"
        + " at the 5 % level for test parts of that size.",
      rows: panels.flatMap { panel in
        panel.labelCounts.flatMap { labelCount in
          kinds.map { panel.row(of: $0, labelCount, result) }
        }
      },
      tables: (panels + [Self.published]).map(\.table), evidence: evidence)
    if doneCount > 0 {
      section.figures = [
        Reproduction.figure4.figure(svg, "Test error against the number of labels")
      ]
    }
    return section
  }

  /// The activations, each once.
  private var kinds: [Activation] {
    (panels.first?.curves ?? []).filter { !$0.isPretrained }.map(\.activation)
  }
}

extension Figure4Results.Panel {
  /// What pre-training gains for one kind of network.
  fileprivate func row(
    of activation: Activation, _ labelCount: Int, _ result: SweepResult
  ) -> ReportSection.Row {
    let paper = Figure4Results.published
    let share = NumberText.percent(fraction(of: labelCount), decimals: 1)
    // The shares agree to a tenth of a percent.
    let publishedCount = paper.labelCounts.first {
      abs(paper.fraction(of: $0) - fraction(of: labelCount)) < 0.001
    }
    let own = zip(result.trials, result.records).filter { trial, _ in
      let options = trial.configuration
      return options.data == data && options.activations == [activation]
        && options.trainSampleCount == (labelCount == rowCount ? nil : labelCount)
    }
    return ReportSection.Row(
      "error with pre-training less that without, \(activation.name), \(dataName),"
        + " \(share) of the labels",
      published: publishedCount.flatMap { paper.gain(of: activation, $0) }
        .map { "\($0) (\(paper.dataName))" } ?? "–",
      place: "figure 4", ours: gain(of: activation, labelCount),
      evidence: ReportEvidence(Reproduction.figure4.command, records: own.map(\.1)))
  }

  /// `−1.20 points*`; nil where one of the two is not done.
  private func gain(of activation: Activation, _ labelCount: Int) -> String? {
    guard
      let with = curve(activation, isPretrained: true)?.point(labelCount)?.errors,
      let without = curve(activation, isPretrained: false)?.point(labelCount)?.errors
    else { return nil }
    let difference = NumberText.signed(100 * (with.fraction - without.fraction), decimals: 2)
    return "\(difference) points" + (with.differs(from: without) ? "*" : "")
  }

  /// All errors, with the intervals of the size of the test part.
  fileprivate var table: ReportSection.Table {
    ReportSection.Table(
      "\(dataName): test errors and their 95 % intervals for the size of the test part:",
      heading: ["labels", "of all"] + curves.map(\.name),
      rows: labelCounts.map { labelCount in
        [
          NumberText.grouped(labelCount),
          NumberText.percent(fraction(of: labelCount), decimals: 1),
        ]
          + curves.map { curve in
            curve.point(labelCount).map { point in
              let interval = NumberText.percentRange(point.errors.interval95, decimals: 2)
              return "\(NumberText.percent(point.errors.fraction)) (\(interval))"
            } ?? "–"
          }
      })
  }
}
