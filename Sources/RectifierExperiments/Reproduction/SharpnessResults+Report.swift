// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis

extension SharpnessResults {
  /// The errors beside the paper's, and what is left of the difference between the ends.
  ///
  /// - Parameter result: What these results were made of.
  func section(_ evidence: ReportEvidence, of result: SweepResult) -> ReportSection {
    var evidence = evidence
    evidence.isOpen = curves.contains { $0.points.contains { $0.learningRate == nil } }
    let found = curves.filter { $0.doneCount > 0 || $0.dataName == curves.first?.dataName }
    var section = ReportSection(
      title: "From softplus to the rectifier",
      source: "The paper's section 4.1 has networks of (1/α) log(1 + e^{αx}) on"
        + " \(Self.publishedName), whose test errors fall as α grows, to those of rectifiers, its"
        + " limit. Ours are means over seeds, ± their standard deviation, with the 95 % interval of"
        + " the mean; the rates were chosen on the first seed by the validation part.",
      rows: found.flatMap { $0.rows(of: result) }, notes: found.compactMap(\.finding),
      evidence: evidence)
    if found.contains(where: { $0.doneCount > 0 }) {
      section.figures = [
        Reproduction.sharpness.figure(svg, "Test error against the sharpness of softplus")
      ]
    }
    return section
  }
}

extension SharpnessResults.Curve {
  fileprivate func rows(of result: SweepResult) -> [ReportSection.Row] {
    points.map { point in
      ReportSection.Row(
        "test error, \(dataName), \(point.title)",
        published: text(
          SharpnessResults.published(point.activation).map { NumberText.percent($0) }),
        place: "section 4.1", ours: point.errorMoments?.text,
        interval: point.errorMoments?.percentageInterval,
        evidence: evidence([point.activation.name], of: result))
    } + [difference(of: result)]
  }

  /// Of the rectifier and the softest softplus.
  private func difference(of result: SweepResult) -> ReportSection.Row {
    let ends = [points.last, points.first].compactMap { $0 }
    let paper = ends.compactMap { SharpnessResults.published($0.activation) }
    return ReportSection.Row(
      "error of rectifiers less that of softplus, \(dataName)",
      published: text(
        paper.count == 2
          ? "\(NumberText.signed(100 * (paper[0] - paper[1]), decimals: 2)) points" : nil),
      place: "section 4.1", ours: gain?.pointDifference, interval: gain?.pointInterval,
      evidence: evidence(ends.map(\.activation.name), of: result))
  }

  private var gain: WelchDifference? {
    WelchDifference(points.last?.errorMoments, less: points.first?.errorMoments)
  }

  /// A number of the paper, with its data set where ours is another.
  private func text(_ number: String?) -> String {
    guard let number else { return "–" }
    let name = SharpnessResults.publishedName
    return dataName == name ? number : "\(number) (\(name))"
  }

  private func evidence(_ names: [String], of result: SweepResult) -> ReportEvidence {
    let own = zip(result.trials, result.records).filter { trial, _ in
      let options = trial.configuration
      return options.data == data && names.contains(options.activations[0].name)
    }
    var evidence = ReportEvidence(Reproduction.sharpness.command, records: own.map(\.1))
    evidence.isOpen = points.contains {
      names.contains($0.activation.name) && $0.learningRate == nil
    }
    return evidence
  }

  /// Whether errors fall step by step, as the paper's; nil until all networks are done.
  fileprivate var finding: String? {
    let means = points.compactMap { $0.errorMoments?.mean }
    guard means.count == points.count, means.count > 1, let gain else { return nil }
    let fallCount = zip(means, means.dropFirst()).count { $1 < $0 }
    let isBetter = gain.interval95.upperBound < 0
    let isWorse = gain.interval95.lowerBound > 0
    let verdict =
      isBetter ? "rectifiers err less" : isWorse ? "rectifiers err more" : "no difference is shown"
    return "\(dataName): errors fall in \(fallCount) of the \(means.count - 1) steps of α, the"
      + " paper's in all; between the ends, \(verdict) (\(gain.points))."
  }
}

extension SharpnessResults.Point {
  /// `α = 1.3`, `rectifier`.
  fileprivate var title: String {
    sharpness.map { "α = \(NumberText.shortest($0))" } ?? activation.name
  }
}
