// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis

extension Table2Results {
  /// The cells beside the paper's, and what is to be compared.
  ///
  /// - Parameter result: What these results were made of.
  func section(_ evidence: ReportEvidence, of result: SweepResult) -> ReportSection {
    var evidence = evidence
    evidence.isOpen = cells.contains(where: \.outcome.isOpen)
    return ReportSection(
      title: "Table 2: ratings of restaurants from reviews",
      source:
        "The paper's table 2 (section 4.2) has root mean square errors, in stars, of networks on"
        + " OpenTable's reviews; ours are on other reviews of restaurants, and on another number of"
        + " them, so that the order of the networks compares, not the numbers. ± is the standard"
        + " deviation over folds, the interval that of the mean over folds (Student's t). Differences"
        + " are paired by folds, which share most of their training rows: their intervals are"
        + " somewhat too narrow.",
      rows: cells.map { errorRow(of: $0, result) }
        + cells.filter { $0.network.layerCount > 0 }.map { zerosRow(of: $0, result) }
        + comparisons.map { row(of: $0, result) },
      tables: [details].filter { !$0.rows.isEmpty }, notes: notes, evidence: evidence)
  }

  private func errorRow(of cell: Cell, _ result: SweepResult) -> ReportSection.Row {
    let published = Self.published(cell.network)
    return ReportSection.Row(
      "RMSE, \(cell.network.name)", published: published?.text ?? "–",
      place: published?.place ?? "–", ours: cell.errorMoments?.starText,
      interval: cell.errorMoments?.starInterval,
      evidence: ReportEvidence(.table2, [cell.outcome], in: result))
  }

  private func zerosRow(of cell: Cell, _ result: SweepResult) -> ReportSection.Row {
    let published = Self.published(cell.network)?.zeroFraction
    return ReportSection.Row(
      "zeros, \(cell.network.name)",
      published: published.map { NumberText.percent($0, decimals: 1) } ?? "–",
      place: published == nil ? "–" : "table 2",
      ours: cell.zeroMoments.map { NumberText.percent($0.mean, decimals: 1) },
      interval: cell.zeroMoments?.percentageInterval,
      evidence: ReportEvidence(.table2, [cell.outcome], in: result))
  }

  private func row(
    of comparison: Comparison, _ result: SweepResult
  ) -> ReportSection.Row {
    let (first, second) = (comparison.first, comparison.second)
    return ReportSection.Row(
      "\(comparison.subject): RMSE of \(first.name), less that of \(second.name)",
      published: comparison.published.map { NumberText.signed($0, decimals: 3) } ?? "–",
      place: comparison.published == nil ? "–" : "table 2",
      ours: comparison.difference.map { found in
        NumberText.signed(found.difference, decimals: 3) + (found.isSignificant ? "*" : "")
      },
      interval: comparison.difference.map {
        NumberText.signedRange($0.interval95, decimals: 3)
      },
      evidence: ReportEvidence(
        .table2, [first, second].compactMap { cell($0)?.outcome }, in: result))
  }

  private var notes: [String] {
    ["Reviews of restaurants stand in the place of OpenTable's (deviation 27)."]
      + comparisons.compactMap { $0.sentence.map { $0 + "." } }
      + cells.compactMap { $0.outcome.divergence(of: $0.network.name) }
  }

  /// The rates of each cell that has a winner.
  private var details: ReportSection.Table {
    ReportSection.Table(
      "The rates that were chosen on the first fold:",
      heading: ["networks", "rate", "rate of pre-training"],
      rows: cells.compactMap { cell in
        cell.outcome.learningRate.map { rate in
          [
            cell.network.name, NumberText.shortest(rate),
            cell.outcome.pretrainingRate.map(NumberText.shortest) ?? "–",
          ]
        }
      })
  }
}

extension SampleMoments {
  /// Of errors in stars: `0.746 ± 0.004`.
  package var starText: String {
    NumberText.fixed(mean, decimals: 3)
      + (standardDeviation.map { " ± \(NumberText.fixed($0, decimals: 3))" } ?? "")
  }

  /// The interval of a mean of errors in stars: `0.740 … 0.752`.
  package var starInterval: String? {
    interval95.map {
      "\(NumberText.fixed($0.lowerBound, decimals: 3)) … \(NumberText.fixed($0.upperBound, decimals: 3))"
    }
  }
}
