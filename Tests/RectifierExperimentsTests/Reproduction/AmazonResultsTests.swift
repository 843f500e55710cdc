// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierExperiments

@Suite struct AmazonResultsTests {
  private let recipe = AmazonRecipe()

  /// Test errors of 20 %, 3 points less with pre-training, 5 more with few labels, and half a point more
  /// or less with the seed; every test part has 10,000 samples.
  private static func record(_ trial: Trial) -> TrialRecord? {
    let options = trial.configuration
    let error =
      0.2 - (trial.pretraining == nil ? 0 : 0.03) + (options.trainSampleCount == nil ? 0 : 0.05)
      + 0.005 * (Double(options.seed) - 2) * (options.hiddenWidths.isEmpty ? 1 : 1.2)
    return try? Table1Samples.record(
      of: trial, validationErrorRate: options.learningRate == 0.1 ? 0.2 : 0.3,
      testErrorRate: error)
  }

  private func results() throws -> AmazonResults { try AmazonResults(recipe, given: Self.record) }

  @Test func rowsAreMeansOverDomainsAndSeeds() throws {
    let rows = try results().rows
    #expect(
      rows.map(\.name) == [
        "100 labels, no hidden layer", "100 labels, 3 layers of rectifier",
        "100 labels, 3 layers of rectifier, pre-trained", "all labels, no hidden layer",
        "all labels, 3 layers of rectifier", "all labels, 3 layers of rectifier, pre-trained",
      ])
    let last = try #require(rows.last)
    #expect(last.cells.map(\.domain) == recipe.domains)
    #expect(last.accuracy.map { abs($0 - 0.83) < 1e-9 } == true)
    // 1.96 √(4 · 0.83 · 0.17/10,000)/4.
    let half = 1.959964 * (4 * 0.83 * 0.17 / 10_000).squareRoot() / 4
    #expect(last.interval95.map { abs($0.upperBound - 0.83 - half) < 1e-9 } == true)
  }

  @Test func gainsArePairedByDomainAndSeed() throws {
    let results = try results()
    let plain = ReviewNetwork(activation: .rectifier, layerCount: 3, isPretrained: false)
    let pretrained = ReviewNetwork(activation: .rectifier, layerCount: 3, isPretrained: true)
    for labelCount in recipe.labelCounts {
      let gain = try #require(
        results.gain(of: pretrained, over: plain, labelCount: labelCount))
      #expect(gain.count == 12 && abs(gain.difference - 0.03) < 1e-9 && gain.isSignificant)
    }
    #expect(
      results.findings.contains {
        $0.hasPrefix(
          "all labels, 3 layers of rectifier, pre-trained, against 3 layers of rectifier:")
          && $0.contains("+3.00 points") && $0.hasSuffix("a gain.")
      }, "\(results.findings)")
    #expect(
      results.findings.contains {
        $0.hasPrefix("100 labels, 3 layers of rectifier, against no hidden layer:")
          && $0.hasSuffix("which cannot be told from none.")
      }, "\(results.findings)")
  }

  @Test func pairsStayPairsWhereADomainIsNotDone() throws {
    let results = try AmazonResults(recipe) { trial in
      trial.pretraining != nil && trial.configuration.data.contains("books")
        ? nil : Self.record(trial)
    }
    let row = try #require(results.rows.last)
    #expect(row.accuracy == nil && row.interval95 == nil)
    let gain = try #require(
      results.gain(of: row.network, over: .linear, labelCount: row.labelCount))
    #expect(gain.count == 9)
  }

  @Test func theReportHasTheMeansAndTheDomains() throws {
    let trials = try recipe.trials(given: Self.record)
    let result = SweepResult(trials: trials, records: trials.map(Self.record))
    let results = try results()
    let section = results.section(ReportEvidence("all", records: result.records), of: result)
    #expect(section.rows.count == 6 + 4)
    let row = try #require(
      section.rows.first {
        $0.what == "accuracy, mean over domains, all labels, 3 layers of rectifier, pre-trained"
      })
    #expect(row.published == "78.95 %" && row.ours == "83.00 %" && row.evidence.count == "16")
    #expect(section.source.contains("73.7 %"))
    #expect(section.tables.first?.rows.count == 6)
    #expect(section.notes.count == 4)
    let json = try #require(results.json["rows"]?.arrayValue)
    #expect(json.count == 6 && json[0]["pretrainingGain"] == .null)
    #expect(json[2]["pretrainingGain"]?.doubleValue.map { abs($0 - 0.03) < 1e-9 } == true)
  }

  @Test func withoutRecordsThereAreNoNumbers() throws {
    let results = try AmazonResults(recipe) { _ in nil }
    #expect(results.rows.allSatisfy { $0.accuracy == nil } && results.findings.isEmpty)
    #expect(results.cells.allSatisfy { $0.outcome.isOpen })
  }
}
