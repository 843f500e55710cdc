// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import Testing

@testable import RectifierExperiments

@Suite struct Table2ResultsTests {
  private let recipe = Table2Recipe()

  /// Pre-training lowers the error by 0.1, each layer by 0.05, tanh raises it by 0.02; a little noise
  /// from fold to fold, that is another for each network.
  private static func error(_ trial: Trial) -> Double {
    let options = trial.configuration
    let layers = options.hiddenWidths.count
    let noise = Double((options.fold?.number ?? 0) * (3 + layers) % 7) / 10_000
    return 0.9 - 0.05 * Double(layers) - (trial.pretraining == nil ? 0 : 0.1)
      + (options.activations == [.tanh] ? 0.02 : 0) + noise
  }

  private func results() throws -> Table2Results {
    try Table2Results(recipe, given: Table2Samples.records(Self.error))
  }

  @Test func theCellsAreMeansOverFolds() throws {
    let results = try results()
    #expect(results.cells.count == 9 && results.cells.allSatisfy { $0.outcome.isComplete })
    let cell = try #require(results.cell(.linear))
    // 0.9 and hundredths of 1 … 10.
    #expect(abs((cell.errorMoments?.mean ?? 0) - 0.955) < 1e-3)
    #expect(cell.foldErrors.count == 10 && cell.zeroMoments == nil)
    let deep = try #require(
      results.cell(ReviewNetwork(activation: .rectifier, layerCount: 3, isPretrained: true)))
    #expect(deep.zeroMoments.map { abs($0.mean - 0.75) < 1e-9 } == true)
  }

  @Test func thePapersNumbersStandBeside() {
    let networks = recipe.networks
    #expect(networks.count == 9)
    #expect(
      networks.map { Table2Results.published($0)?.text } == [
        "0.885 ± 0.006", nil, "0.807 ± 0.004", nil, nil, "not below 0.833", "0.746 ± 0.004", nil,
        "0.774 ± 0.008",
      ])
  }

  @Test func differencesAreThoseOfTheSameFolds() throws {
    let results = try results()
    // 4 of pre-training, 8 of depth, 4 of the rectifier.
    #expect(
      results.comparisons.map(\.subject)
        == [String](repeating: "pre-training", count: 4) + [String](repeating: "depth", count: 8)
        + [String](repeating: "activation", count: 4))
    let first = try #require(results.comparisons.first)
    let difference = try #require(first.difference)
    #expect(abs(difference.difference + 0.1) < 1e-9 && difference.isSignificant)
    #expect(
      first.sentence?.hasPrefix(
        "pre-training: 1 layer of rectifier, pre-trained, against 1 layer of rectifier: better"
          + " (−0.100 stars") == true)
    let depth = try #require(
      results.comparisons.first {
        $0.first.layerCount == 3 && $0.first.isPretrained && $0.subject == "depth"
      })
    #expect(depth.second.name == "1 layer of rectifier, pre-trained")
    #expect(depth.published.map { abs($0 + 0.061) < 1e-9 } == true)
    #expect(depth.difference?.isSignificant == true)
    let shallow = try #require(results.comparisons.first { $0.subject == "depth" })
    #expect(shallow.second == .linear && shallow.published == nil)
    let last = try #require(results.comparisons.last)
    #expect(last.first.name == "3 layers of rectifier, pre-trained")
    #expect(last.second.name == "3 layers of tanh, pre-trained")
  }

  @Test func whatIsNotDoneIsSaid() throws {
    let done = Table2Samples.records(Self.error)
    let results = try Table2Results(recipe) { trial in
      trial.configuration.fold?.number == 1 ? done(trial) : nil
    }
    for cell in results.cells {
      #expect(!cell.outcome.isComplete && !cell.outcome.isOpen)
      #expect(cell.outcome.progress == "2 of at least 11")
      #expect(cell.errorMoments?.count == 1 && cell.errorMoments?.interval95 == nil)
    }
    #expect(results.comparisons.allSatisfy { $0.sentence == nil })
    let nothing = try Table2Results(recipe) { _ in nil }
    #expect(nothing.cells.allSatisfy { $0.outcome.isOpen })
    #expect(nothing.json["cells"]?.arrayValue?.allSatisfy { $0["rmse"] == .null } == true)
  }

  @Test func whereAllDivergedThatIsSaid() throws {
    let results = try Table2Results(recipe, given: Table2Samples.records { _ in nil })
    #expect(results.cells.allSatisfy { $0.outcome.hasDiverged })
    #expect(results.cells[0].outcome.progress == "2, 2 diverged")
  }

  @Test func theReportHasARowANumber() throws {
    let record = Table2Samples.records(Self.error)
    let trials = try recipe.trials(given: record)
    let result = SweepResult(trials: trials, records: trials.map(record))
    let section = try results().section(
      ReportEvidence("all", records: result.records), of: result)
    #expect(section.rows.count == 9 + 8 + 16)
    let row = try #require(
      section.rows.first { $0.what == "RMSE, 3 layers of rectifier, pre-trained" })
    #expect(row.published == "0.746 ± 0.004" && row.place == "table 2")
    #expect(row.ours?.hasPrefix("0.705 ± 0.030") == true, "\(row)")
    #expect(row.evidence.count == "11")
    let plain = try #require(
      section.rows.first { $0.what == "RMSE, 3 layers of rectifier" })
    #expect(plain.published == "not below 0.833" && plain.place == "section 4.2")
    #expect(section.notes.contains { $0.hasPrefix("pre-training: 3 layers of tanh, pre-trained,") })
    #expect(section.tables.first?.rows.count == 9)
    let empty = try Table2Results(recipe) { _ in nil }.section(
      ReportEvidence("all", records: []), of: SweepResult(trials: [], records: []))
    #expect(empty.tables.isEmpty && empty.rows.allSatisfy { $0.ours == nil })
  }
}
