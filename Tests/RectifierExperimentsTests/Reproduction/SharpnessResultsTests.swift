// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import Testing

@testable import RectifierExperiments

@Suite struct SharpnessResultsTests {
  /// Test errors of 2 % for the first seed, 3 % for the second, 4 % for the third.
  private func results(
    _ budget: ReproductionBudget = .full, isDone: @escaping (Trial) -> Bool = { _ in true }
  ) throws -> SharpnessResults {
    try SharpnessResults(SharpnessRecipe(budget: budget)) { trial in
      guard isDone(trial), trial.configuration.data != "norb-cluttered" else { return nil }
      let isRectifier = trial.configuration.activations == [.rectifier]
      return try? Table1Samples.record(
        of: trial, validationErrorRate: Double(trial.configuration.learningRate),
        testErrorRate: Double(trial.configuration.seed + 1) / 100,
        zeroFraction: isRectifier ? 0.75 : 0)
    }
  }

  @Test func aPointIsTheMeanOverItsSeeds() throws {
    let results = try results()
    #expect(results.curves.map(\.dataName) == ["MNIST", "NORB"])
    let points = results.curves[0].points
    #expect(points.map(\.sharpness) == [1, 1.3, 2, 3, 6, nil])
    for point in points {
      #expect(point.learningRate == 0.01 && point.testErrorRates == [0.02, 0.03, 0.04])
      #expect(abs((point.errorMoments?.mean ?? 0) - 0.03) < 1e-12)
      #expect((point.doneCount, point.trialCount, point.divergedCount) == (4, 4, 0))
    }
    #expect(points.map(\.zeroFraction) == [0, 0, 0, 0, 0, 0.75])
    #expect(results.curves[1].points.allSatisfy { $0.testErrorRates.isEmpty })
  }

  @Test func whatIsNotDoneIsNotThere() throws {
    let results = try results { $0.configuration.seed < 3 && $0.configuration.learningRate > 0.05 }
    let points = results.curves[0].points
    #expect(points.allSatisfy { $0.learningRate == nil && $0.testErrorRates.isEmpty })
    #expect(points.allSatisfy { ($0.doneCount, $0.trialCount) == (1, 2) })
  }

  @Test func thePapersNumbersAreThoseOfItsText() {
    #expect(SharpnessResults.published.map(\.activation) == SharpnessRecipe().activations)
    #expect(SharpnessResults.published(.softplus(sharpness: 1)) == 17.68 / 100)
    #expect(SharpnessResults.published(.rectifier) == 16.40 / 100)
    #expect(SharpnessResults.published(.tanh) == nil)
    let errors = SharpnessResults.published.map(\.testErrorRate)
    #expect(errors == errors.sorted(by: >))
  }

  @Test func theDrawingHasAPlaceForInfinity() throws {
    let svg = try results().svg
    func count(_ text: String) -> Int { svg.ranges(of: text).count }
    // One for MNIST, none for NORB, which nothing was trained on, and the paper's.
    #expect(count(">∞</text>") == 2 && count(">1.3</text>") == 2)
    #expect(svg.contains(">ours: MNIST</text>") && !svg.contains("ours: NORB"))
    #expect(svg.contains(">paper: NORB, other data</text>"))
    #expect(count(" bar\"") == 6)
  }

  @Test func theReportSaysWhetherErrorsFall() throws {
    func section(_ error: @escaping (Trial) -> Double) throws -> ReportSection {
      let recipe = SharpnessRecipe()
      let record = { (trial: Trial) -> TrialRecord? in
        guard trial.configuration.data == "mnist" else { return nil }
        return try? Table1Samples.record(
          of: trial, validationErrorRate: Double(trial.configuration.learningRate),
          testErrorRate: error(trial))
      }
      let trials = try recipe.trials(given: record)
      let result = SweepResult(trials: trials, records: trials.map(record))
      return try SharpnessResults(recipe, given: record)
        .section(ReportEvidence("command", records: result.records), of: result)
    }
    func isRectifier(_ trial: Trial) -> Bool { trial.configuration.activations == [.rectifier] }
    let seedsAlone = try section { Double($0.configuration.seed + 1) / 100 }
    // NORB, which nothing was trained on, has no rows.
    #expect(seedsAlone.rows.count == 7 && seedsAlone.figures.count == 1)
    #expect(seedsAlone.rows[1].what == "test error, MNIST, α = 1.3")
    #expect(seedsAlone.rows[1].published == "17.53 % (NORB)")
    #expect(seedsAlone.rows[1].ours == "3.00 ± 1.00 %")
    #expect(
      (seedsAlone.rows[1].evidence.doneCount, seedsAlone.rows[6].evidence.doneCount) == (4, 8))
    #expect(seedsAlone.notes.count == 1)
    #expect(seedsAlone.notes[0].contains("fall in 0 of the 5 steps"))
    #expect(seedsAlone.notes[0].contains("no difference is shown"))
    let better = try section {
      Double($0.configuration.seed) / 1000 + (isRectifier($0) ? 0.01 : 0.02)
    }
    #expect(better.notes[0].contains("fall in 1 of the 5 steps"))
    #expect(better.notes[0].contains("rectifiers err less"))
    let worse = try section {
      Double($0.configuration.seed) / 1000 + (isRectifier($0) ? 0.03 : 0.02)
    }
    #expect(worse.notes[0].contains("rectifiers err more"))
  }

  @Test func theDocumentHasItsKeys() throws {
    let json = try results(.smoke).json
    let points = try #require(json["curves"]?.arrayValue?.first?["points"]?.arrayValue)
    #expect(points.map { $0["activation"] } == ["softplus", "softplus:3", "rectifier"])
    #expect(points[2]["sharpness"] == .null && points[1]["sharpness"]?.floatValue == 3)
    #expect(points[0]["networkCount"] == 2 && points[0]["trialCount"] == 3)
    #expect(points[0]["testErrorRate"]?.doubleValue == 0.025)
    #expect(points[2]["publishedTestErrorRate"]?.doubleValue == 16.40 / 100)
    #expect(points[2]["publishedData"] == "NORB")
  }
}
