// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import Testing

@testable import RectifierExperiments

@Suite struct SweepPlanParsingTests {
  private func plan(_ texts: [String], trialCount: Int? = nil) throws -> SweepPlan {
    var base = TrainConfiguration(data: "mnist")
    base.seed = 5
    return try SweepPlan(base: base, varying: texts, trialCount: trialCount)
  }

  @Test func valuesMakeAGrid() throws {
    let found = try plan([
      "learning-rate=0.1,1", "hidden=[10],[20,30]", "activation=tanh,softplus:2",
    ])
    let expected: JSONValue = [
      "base": ["data": "mnist", "seed": 5],
      "grid": [
        "learningRate": [.number(0.1), 1], "hidden": [[10], [20, 30]],
        "activation": ["tanh", "softplus:2"],
      ],
    ]
    #expect(found.json == expected)
    #expect(try found.trials(place: "--vary").count == 8)
  }

  @Test func rangesAreDrawnFromAndSoAreValuesBesideThem() throws {
    let found = try plan(
      ["activation-l1=log-uniform:1e-6:0.5", "seed=integer:1:9", "patience=0,2"], trialCount: 4)
    #expect(
      found.variation
        == .random(
          count: 4, seed: 5,
          ranges: [
            ("activationL1", .logUniform(1e-6...0.5)), ("seed", .integer(1...9)),
            ("patience", .choice([0, 2])),
          ]))
    #expect(found.base == ["data": "mnist"])
  }

  @Test func theRateOfEachOptimizerIsItsOwn() throws {
    let trials = try plan(["optimizer=sgd,adam"]).trials(place: "--vary")
    #expect(
      trials.map(\.configuration.learningRate)
        == trials.map(\.configuration.optimizer.defaultLearningRate))
    #expect(trials[0].configuration.learningRate != trials[1].configuration.learningRate)
  }

  @Test(
    arguments: [
      ([], nil, "--vary: expected at least one"),
      (["learning-rate"], nil, "expected OPTION=VALUES"),
      (["learningrate=1"], nil, "did you mean 'learning-rate'?"),
      (["seed=1,,2"], nil, "--vary seed: expected values with commas"),
      (["hidden=[1,2"], nil, "--vary hidden: expected values"),
      (["hidden=1]"], nil, "--vary hidden: expected values"),
      (["learning-rate=uniform:2:1"], 3, "expected values"),
      (["learning-rate=log-uniform:0:1"], 3, "expected values"),
      (["learning-rate=uniform:1"], 3, "expected values"),
      (["seed=1", "seed=2"], nil, "is varied twice"),
      (["seed=integer:1:2"], nil, "--trials: how many to draw has to be said"),
      (["seed=1,2"], 3, "--trials: of no use"),
    ] as [([String], Int?, String)])
  func whatCannotBeUsedIsNamed(texts: [String], trialCount: Int?, expected: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try plan(texts, trialCount: trialCount)
    }
    #expect(error?.description.contains(expected) == true, "\(String(describing: error))")
  }
}
