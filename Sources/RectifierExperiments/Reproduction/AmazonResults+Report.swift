// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis

extension AmazonResults {
  /// The mean accuracy of the paper's network of 3 rectifier layers over the four domains (section 4.2).
  package static let publishedAccuracy = 0.7895
  /// That of the work whose setup the paper follows, Zhou et al. (2010), as the paper has it.
  package static let publishedReference = 0.737

  /// The means beside the paper's, what pre-training gains, and each domain.
  ///
  /// - Parameter result: What these results were made of.
  func section(_ evidence: ReportEvidence, of result: SweepResult) -> ReportSection {
    var evidence = evidence
    evidence.isOpen = cells.contains(where: \.outcome.isOpen)
    return ReportSection(
      title: "Reviews of products: for or against, in four domains",
      source: "The paper's section 4.2 has one number: a network of 3 rectifier layers is right on"
        + " \(NumberText.percent(Self.publishedAccuracy)) of the reviews, the mean over four domains,"
        + " where Zhou et al. (2010) had \(NumberText.percent(Self.publishedReference, decimals: 1))."
        + " How many labels it learned from it does not say; theirs had 100. Intervals are those of"
        + " the sizes of the test parts; differences are paired by domain and seed (Student's t).",
      rows: rows.map { row(of: $0, result) } + gains(result), tables: [domains], notes: notes,
      evidence: evidence)
  }

  private func row(of row: Row, _ result: SweepResult) -> ReportSection.Row {
    ReportSection.Row(
      "accuracy, mean over domains, \(row.name)",
      published: row.network.isPretrained ? NumberText.percent(Self.publishedAccuracy) : "–",
      place: row.network.isPretrained ? "section 4.2; its number of labels is not said" : "–",
      ours: row.accuracy.map { NumberText.percent($0) },
      interval: row.interval95.map { NumberText.percentRange($0, decimals: 2) },
      evidence: ReportEvidence(.amazon, row.cells.map(\.outcome), in: result))
  }

  /// The networks that are compared: pre-trained ones with the same without, and those with hidden layers
  /// with the one without.
  private var pairs: [(first: Row, second: Row)] {
    rows.compactMap { row in
      var other = row.network
      if other.isPretrained { other.isPretrained = false } else { other = .linear }
      guard other != row.network else { return nil }
      return rows.first { $0.network == other && $0.labelCount == row.labelCount }
        .map { (first: row, second: $0) }
    }
  }

  private func gains(_ result: SweepResult) -> [ReportSection.Row] {
    pairs.map { first, second in
      let found = gain(of: first.network, over: second.network, labelCount: first.labelCount)
      return ReportSection.Row(
        "accuracy, \(first.name), less that of \(second.network.name)", published: "–", place: "–",
        ours: found.map {
          "\(NumberText.signed(100 * $0.difference, decimals: 2)) points"
            + ($0.isSignificant ? "*" : "")
        },
        interval: found.map(Self.pointInterval),
        evidence: ReportEvidence(
          .amazon, (first.cells + second.cells).map(\.outcome), in: result))
    }
  }

  /// In percentage points: `−0.50 … +2.10`.
  private static func pointInterval(_ found: PairedDifference) -> String {
    NumberText.signedRange(
      100 * found.interval95.lowerBound...100 * found.interval95.upperBound, decimals: 2)
  }

  /// Whether pre-training and hidden layers help, as sentences.
  package var findings: [String] {
    pairs.compactMap { first, second in
      guard
        let found = gain(of: first.network, over: second.network, labelCount: first.labelCount)
      else { return nil }
      let verdict =
        found.isSignificant
        ? found.difference > 0 ? "a gain" : "a loss" : "which cannot be told from none"
      return "\(first.name), against \(second.network.name):"
        + " \(NumberText.signed(100 * found.difference, decimals: 2)) points of accuracy over"
        + " \(found.count) pairs (\(Self.pointInterval(found))), \(verdict)."
    }
  }

  private var notes: [String] {
    findings
      + cells.compactMap { $0.outcome.divergence(of: "\($0.domain), \($0.network.name)") }
  }

  private var domains: ReportSection.Table {
    ReportSection.Table(
      "Accuracy in each domain, with the 95 % interval of the size of its test part:",
      heading: ["networks"] + (rows.first?.cells.map(\.domain) ?? []),
      rows: rows.map { row in
        [row.name]
          + row.cells.map { cell in
            cell.meanHits.map { hits in
              "\(NumberText.percent(hits.fraction))"
                + " (\(NumberText.percentRange(hits.interval95, decimals: 2)))"
            } ?? "–"
          }
      })
  }
}
