// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

@testable import RectifierExperiments

/// Records of networks that nobody has trained.
enum Table1Samples {
  /// - Parameters:
  ///   - validationErrorRate: Nil for a network that diverged.
  ///   - testErrorRate: Of 10,000 samples.
  static func record(
    of trial: Trial, validationErrorRate: Double?, testErrorRate: Double,
    reconstructionError: Double = 1, zeroFraction: Float = 0.75
  ) throws -> TrialRecord {
    let now = "2011-04-11T09:00:00Z"
    var record = TrialRecord(
      trial: trial, data: [:], startedAt: now,
      host: TrialRecord.Host(instructionSet: .portable, processorCount: 1, version: "0"))
    let layers = trial.configuration.hiddenWidths
    if trial.pretraining != nil {
      let layer: JSONValue = [
        "reconstructionError": JSONValue(reconstructionError), "zeroFraction": JSONValue(0.5),
        "deadUnitCount": 0, "bestEpoch": 1,
      ]
      record.pretraining = TrialRecord.Pretraining(
        data: [:],
        layers: try layers.map { _ in try PretrainedLayerResult(json: layer, place: "layer") },
        secondsPerEpoch: [])
    }
    guard let validationErrorRate else {
      record.divergence = "training: diverged"
      return record
    }
    let results: JSONValue = [
      "part": "test", "sampleCount": 10_000, "errorRate": JSONValue(testErrorRate),
      "loss": JSONValue(0.1),
      "zeroFraction": JSONValue(layers.map { _ in zeroFraction }),
      "deadUnitCount": JSONValue(layers.map { _ in 2 }),
      "validationErrorRate": JSONValue(validationErrorRate),
      "testErrorRate": JSONValue(testErrorRate), "bestEpoch": 1, "epochCount": 1,
      "secondsPerEpoch": [1], "evaluationSecondsPerEpoch": [1],
    ]
    record.results = try TrainingResults(json: results, place: "results")
    return record
  }
}
