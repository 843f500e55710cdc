// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles
import RectifierTraining

/// What the records of networks on product reviews say, beside the paper's.
package struct AmazonResults: Equatable, Sendable {
  /// One kind of network, on so many labels of a domain.
  package struct Cell: Equatable, Sendable {
    package let domain: String
    package let labelCount: Int?
    package let network: ReviewNetwork
    package let outcome: ReviewOutcome
  }

  package let cells: [Cell]

  package init(_ recipe: AmazonRecipe, given record: (Trial) -> TrialRecord?) throws {
    cells = try recipe.cells(given: record).map {
      Cell(
        domain: $0.domain, labelCount: $0.labelCount, network: $0.network,
        outcome: ReviewOutcome($0.trials, given: record))
    }
  }

  /// What is known of one kind of network on so many labels, in all domains.
  package struct Row: Equatable, Sendable {
    package let network: ReviewNetwork
    /// Nil for all labels.
    package let labelCount: Int?
    /// Domain by domain.
    package fileprivate(set) var cells: [Cell]

    fileprivate func holds(_ cell: Cell) -> Bool {
      cell.network == network && cell.labelCount == labelCount
    }
  }

  /// The kinds, those with few labels first.
  package var rows: [Row] {
    var rows: [Row] = []
    for cell in cells where !rows.contains(where: { $0.holds(cell) }) {
      var row = Row(network: cell.network, labelCount: cell.labelCount, cells: [])
      row.cells = cells.filter(row.holds)
      rows.append(row)
    }
    return rows
  }

  /// What pre-training, and hidden layers, gain with so many labels: the accuracy of one kind less that
  /// of another, by domain and seed; nil until both have two.
  package func gain(
    of first: ReviewNetwork, over second: ReviewNetwork, labelCount: Int?
  ) -> PairedDifference? {
    func cells(_ network: ReviewNetwork) -> [Cell] {
      rows.first { $0.network == network && $0.labelCount == labelCount }?.cells ?? []
    }
    let pairs = zip(cells(first), cells(second)).flatMap { first, second in
      zip(first.accuracies, second.accuracies).map { (first: $0, second: $1) }
    }
    return PairedDifference(pairs)
  }
}

extension AmazonResults.Cell {
  /// Of each seed, the fraction of the test part that is classified rightly, 0…1.
  package var accuracies: [Double?] {
    outcome.networks.map { $0?.results?.testErrorRate.map { 1 - $0 } }
  }

  /// Of the seeds' accuracies; nil where there is none.
  package var moments: SampleMoments? { SampleMoments(accuracies.compactMap { $0 }) }

  /// The mean number of right predictions of a network, of as many samples as the test part has: the
  /// networks share their samples.
  package var meanHits: CountedRate? {
    let sizes = outcome.networks.compactMap { $0?.results?.sampleCount }
    guard let moments, let sampleCount = sizes.first else { return nil }
    return CountedRate(
      count: Int((moments.mean * Double(sampleCount)).rounded()), sampleCount: sampleCount)
  }
}

extension AmazonResults.Row {
  /// `100 labels, 3 layers of rectifier, pre-trained`.
  package var name: String {
    (labelCount.map { "\($0) labels" } ?? "all labels") + ", \(network.name)"
  }

  /// The mean of the domains' accuracies, 0…1; nil until every domain has one.
  package var accuracy: Double? {
    let known = cells.compactMap(\.moments?.mean)
    return known.count == cells.count ? SampleMoments(known)?.mean : nil
  }

  /// What the mean may be, at 95 %, for test parts of their sizes:
  ///
  ///     p̄ ± 1.96 · √(Σ p(1 − p)/n) / k,   over k domains
  package var interval95: ClosedRange<Double>? {
    let hits = cells.compactMap(\.meanHits)
    guard let accuracy, hits.count == cells.count else { return nil }
    let variance = hits.reduce(0) { $0 + $1.fraction * (1 - $1.fraction) / Double($1.sampleCount) }
    let half = 1.959964 * variance.squareRoot() / Double(hits.count)
    return max(0, accuracy - half)...min(1, accuracy + half)
  }
}

extension AmazonResults {
  /// With keys that stay the same from version to version.
  package var json: JSONValue {
    [
      "rows": .array(rows.map(json(of:))),
      "publishedAccuracy": JSONValue(Self.publishedAccuracy),
      "publishedReference": JSONValue(Self.publishedReference),
    ]
  }

  private func json(of row: Row) -> JSONValue {
    var plain = row.network
    plain.isPretrained = false
    let gain =
      row.network.isPretrained
      ? gain(of: row.network, over: plain, labelCount: row.labelCount) : nil
    return [
      "hiddenLayerCount": JSONValue(row.network.layerCount),
      "pretraining": .bool(row.network.isPretrained),
      "labelCount": .optional(row.labelCount) { JSONValue($0) },
      "accuracy": .optional(row.accuracy) { JSONValue($0) },
      "interval95": .optional(row.interval95) { JSONValue($0) },
      "pretrainingGain": .optional(gain) { JSONValue($0.difference) },
      "pretrainingGainInterval95": .optional(gain) { JSONValue($0.interval95) },
      "domains": .array(row.cells.map(json(of:))),
    ]
  }

  private func json(of cell: Cell) -> JSONValue {
    [
      "domain": .string(cell.domain),
      "isComplete": .bool(cell.outcome.isComplete),
      "doneCount": JSONValue(cell.outcome.doneCount),
      "divergedCount": JSONValue(cell.outcome.divergedCount),
      "learningRate": .optional(cell.outcome.learningRate) { JSONValue($0) },
      "accuracies": .array(cell.accuracies.map { .optional($0) { JSONValue($0) } }),
      "accuracy": .optional(cell.moments) { JSONValue($0.mean) },
      "interval95": .optional(cell.meanHits) { JSONValue($0.interval95) },
    ]
  }
}
