// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Table1Results {
  /// The cells beside the paper's, and the zeros of the rectifier networks.
  ///
  /// - Parameter result: What these results were made of.
  func section(_ evidence: ReportEvidence, of result: SweepResult) -> ReportSection {
    let records = zip(result.trials, result.records).reduce(into: [String: TrialRecord]()) {
      $0[$1.0.recipeHash] = $1.1
    }
    var evidence = evidence
    evidence.isOpen = cells.contains(where: \.isOpen)
    return ReportSection(
      title: "Table 1: rectifier, tanh and softplus, with and without pre-training",
      source: "The paper's table 1 (section 4.1) has test errors of three kinds of network on four"
        + " data sets. Ours are means over seeds, ± their standard deviation; the rates were chosen on"
        + " one seed by the validation part. The interval is that of the size of the test part, which"
        + " is the only spread that the paper's comparison takes into account.",
      rows: [goal(records)].compactMap { $0 }
        + columns.flatMap { column in
          cells(of: column).map { errorRow(of: $0, records) }
            + cells(of: column).filter { $0.recipe.activation == .rectifier }.map {
              zerosRow(of: $0, records)
            }
        },
      tables: [details].filter { !$0.rows.isEmpty }, notes: notes, evidence: evidence)
  }

  private func evidence(of cell: Cell, _ records: [String: TrialRecord]) -> ReportEvidence {
    var evidence = ReportEvidence(
      Reproduction.table1.command, records: cell.recipe.trials.map { records[$0.recipeHash] })
    evidence.isOpen = cell.isOpen
    return evidence
  }

  private func errorRow(of cell: Cell, _ records: [String: TrialRecord]) -> ReportSection.Row {
    ReportSection.Row(
      "test error, \(cell.title)", published: cell.published.map { text($0, cell) } ?? "–",
      place: "table 1", ours: cell.errorMoments?.text,
      interval: cell.meanErrors.map { NumberText.percentRange($0.interval95, decimals: 2) },
      evidence: evidence(of: cell, records))
  }

  private func zerosRow(of cell: Cell, _ records: [String: TrialRecord]) -> ReportSection.Row {
    let name = cell.recipe.column.publishedName
    return ReportSection.Row(
      "zeros, \(cell.title)",
      published: Self.publishedZeroFraction(on: name).map { text($0, cell, decimals: 1) } ?? "–",
      place: "section 4.1; with or without pre-training is not said",
      ours: cell.zeroFraction.map { NumberText.percent($0, decimals: 1) },
      evidence: evidence(of: cell, records))
  }

  /// Whether the rectifier network with the lowest validation error on MNIST, without pre-training,
  /// has the paper's error within the 95 % interval of its test part, at 70 to 90 % zeros.
  private func goal(_ records: [String: TrialRecord]) -> ReportSection.Row? {
    guard
      let cell = cells(of: .mnist).first(where: {
        $0.recipe.activation == .rectifier && !$0.recipe.isPretrained
      }), let published = cell.published
    else { return nil }
    let best = cell.networks.compactMap { network in
      network.results?.validationErrorRate.map { (network: network, error: $0) }
    }.min { $0.error < $1.error }?.network
    let ours = best.flatMap { best -> String? in
      guard let error = best.results?.testErrorRate, let zeros = best.zeroFraction else {
        return nil
      }
      let isReached =
        abs(error - published) <= Self.publishedHalfWidth && (0.7...0.9).contains(zeros)
      return "\(NumberText.percent(error)) at \(NumberText.percent(zeros, decimals: 1)) zeros: "
        + (isReached ? "yes" : "no")
    }
    return ReportSection.Row(
      "\(cell.title), the network with the lowest validation error: within ± 0.23 points of the"
        + " paper's error, with 70 … 90 % zeros",
      published: NumberText.percent(published), place: "table 1; its interval from 10,000 images",
      ours: ours, evidence: evidence(of: cell, records))
  }

  /// Of the 95 % interval of 1.43 % of 10,000 samples.
  private static let publishedHalfWidth = 0.0023

  /// A number of the paper, with the data set where it is another than ours.
  private func text(_ fraction: Double, _ cell: Cell, decimals: Int = 2) -> String {
    let isSame = cell.recipe.column.name != "glyphs"
    return NumberText.percent(fraction, decimals: decimals)
      + (isSame ? "" : " (\(cell.recipe.column.publishedName))")
  }

  private var notes: [String] {
    ["Glyphs stand in the place of NISTP, which cannot be had (deviation 14)."]
      + (cells.contains { $0.dataRemark != nil }
        ? ["The copy of CIFAR-10 went through JPEG at quality 75 (deviation 13)."] : [])
      + cells.filter { $0.isComplete && $0.recipe.final.isEmpty }.map {
        "\($0.title): all \($0.divergedCount) networks that were to choose rates diverged."
      }
  }

  /// What else is known of the networks of each cell that has a winner.
  private var details: ReportSection.Table {
    ReportSection.Table(
      "The winners' rates, dead units (mean number of those that no test image activates), and"
        + " whether a cell cannot be told from the best of its data set at the 5 % level, which is"
        + " what the paper prints in bold:",
      heading: ["networks", "rate", "rate of pre-training", "dead units", "as good as the best"],
      rows: columns.flatMap(cells(of:)).filter { !$0.recipe.final.isEmpty }.map { cell in
        let winner = cell.recipe.final.first
        return [
          cell.title, winner.map { "\($0.configuration.learningRate)" } ?? "–",
          winner?.pretraining.map { "\($0.training.learningRate)" } ?? "–",
          cell.deadUnitCount.map { NumberText.fixed($0, decimals: 1) } ?? "–",
          equalsBest(cell).map { $0 ? "yes" : "no" } ?? "–",
        ]
      })
  }
}

extension Table1Results.Cell {
  /// Whether more networks follow from those that choose rates.
  fileprivate var isOpen: Bool { recipe.final.isEmpty && !isComplete }

  /// `MNIST, rectifier, pre-trained`, `CIFAR-10 (JPEG copy), tanh`.
  fileprivate var title: String {
    recipe.column.name + (dataRemark.map { " (\($0))" } ?? "") + ", \(recipe.activation.name)"
      + (recipe.isPretrained ? ", pre-trained" : "")
  }
}
