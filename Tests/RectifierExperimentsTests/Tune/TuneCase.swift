// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics
import RectifierTraining

@testable import RectifierExperiments

/// A search over networks that nobody trains, and records that are made up.
struct TuneCase {
  let plan: TunePlan

  init(
    networks: Int? = 28, metric: TrialMetric? = nil,
    _ change: (inout TrainConfiguration) -> Void = { _ in }
  ) throws {
    var base = TrainConfiguration(data: "digits")
    change(&base)
    plan = try TunePlan(
      base, isFixed: { _ in false }, networkCount: networks, metric: metric, format: nil)
  }

  /// A record with a validation error; nil for a network that diverged.
  func record(
    of trial: Trial, error: Double?, secondsPerEpoch: Double = 1
  ) throws -> TrialRecord {
    var record = TrialRecord(
      trial: trial, data: [:], startedAt: "",
      host: TrialRecord.Host(instructionSet: .portable, processorCount: 1, version: ""))
    guard let error else {
      record.divergence = "diverged"
      return record
    }
    let seconds = [Double](repeating: secondsPerEpoch, count: trial.configuration.epochCount)
    record.results = try TrainingResults(
      json: [
        "part": "validation", "sampleCount": 10, "loss": JSONValue(error), "zeroFraction": [],
        "deadUnitCount": [], "bestEpoch": 1, "epochCount": JSONValue(seconds.count),
        "validationErrorRate": JSONValue(error),
        "secondsPerEpoch": .array(seconds.map { JSONValue($0) }),
        "evaluationSecondsPerEpoch": .array(seconds.map { _ in JSONValue(0.0) }),
      ], place: "results")
    return record
  }

  /// The stages, where the error of each trial that is done is known.
  func stages(
    _ bracketCount: Int, passedOver: Set<String> = [], error: (Trial) -> Double??
  ) throws -> [TuneStage] {
    var records: [String: TrialRecord] = [:]
    for trial in plan.trials {
      if let error = error(trial) {
        records[trial.recipeHash] = try record(of: trial, error: error)
      }
    }
    return plan.stages(bracketCount: bracketCount, passedOver: passedOver) {
      records[$0.recipeHash]
    }
  }
}
