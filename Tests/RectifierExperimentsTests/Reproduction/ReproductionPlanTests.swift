// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierTestSupport
import Testing

@testable import RectifierExperiments

@Suite struct ReproductionPlanTests {
  private func plan(
    _ reproduction: Reproduction, _ budget: ReproductionBudget = .full, data directory: String?
  ) -> ReproductionPlan {
    reproduction.plan(budget, dataDirectory: directory, environment: [:])
  }

  @Test func networksWhoseDataAreNotThereAreLeftOut() throws {
    let scratch = try ScratchFolder()
    try scratch.folder("mnist")
    let plan = plan(.table1, data: scratch.path)
    let trials = try plan.trials { _ in nil }
    #expect(Set(trials.map(\.configuration.data)) == ["mnist", "glyphs?samples=2000000"])
    let missing = try plan.leftOut { _ in nil }
    #expect(missing.count == 24 && trials.count == 24)
    #expect(Set(missing.map(\.configuration.data)) == ["cifar10", "norb-cluttered"])
  }

  @Test func thoseThatAreDoneNeedNoData() throws {
    let plan = plan(.table1, data: "nowhere")
    let all = try Reproduction.table1.trials(.full)
    let trials = try plan.trials { trial in
      trial.recipeHash == all[0].recipeHash
        ? try? Table1Samples.record(of: trial, validationErrorRate: nil, testErrorRate: 0) : nil
    }
    #expect(trials.contains { $0.recipeHash == all[0].recipeHash })
    #expect(trials.count == 13)
  }

  @Test func whereThereAreNoDataForAnyTheErrorSaysWhatIsMissing() throws {
    let plan = plan(.figure3, data: "nowhere")
    let error = #expect(throws: DataSourceError.self) { try plan.trials { _ in nil } }
    #expect(error.map { "\($0)" }?.contains("mnist") == true)
  }

  @Test func whereDataLieIsNoPartOfARecipe() throws {
    let scratch = try ScratchFolder()
    try scratch.folder("mnist")
    let here = try plan(.figure3, .short, data: scratch.path).trials { _ in nil }
    #expect(here.allSatisfy { $0.configuration.dataDirectory == scratch.path })
    #expect(try here.map(\.recipeHash) == Reproduction.figure3.trials(.short).map(\.recipeHash))
  }

  @Test func whereAllAreDoneNothingIsMissing() throws {
    let plan = plan(.figure3, data: "nowhere")
    let record = { (trial: Trial) in
      try? Table1Samples.record(of: trial, validationErrorRate: nil, testErrorRate: 0)
    }
    #expect(try plan.trials(given: record).count == 200)
    #expect(try plan.leftOut(given: record) == [])
  }
}
