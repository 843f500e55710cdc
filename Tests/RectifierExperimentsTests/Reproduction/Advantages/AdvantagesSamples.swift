// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles

@testable import RectifierExperiments

/// Records of networks that nobody has trained, with what the claims are judged by.
enum AdvantagesSamples {
  /// What was seen of a network; each number is that of the activation.
  struct Seen {
    var distanceChange: [String: Double] = [:]
    var overlap = 0.95
    var probeErrorRate: [String: Double] = [:]
    var silencedAccuracy: [String: Double] = [:]
    /// log₁₀ of the first layer's gradient divided by the last one's, at twenty layers.
    var fade: [String: Double] = [:]
    var zeroFraction: [String: Double] = ["rectifier": 0.8]
    var marginCorrelation = 0.5
    var silentAtStart = 0.5
    var mapDifference = 1e-6
    var testErrorRate: (Trial) -> Double = { _ in 0.02 }
  }

  /// - Parameter validationErrorRate: Nil for a network that diverged.
  static func record(
    of trial: Trial, validationErrorRate: Double? = 0.02, _ seen: Seen = Seen()
  ) throws -> TrialRecord {
    // A little apart by their seeds, so that there is some spread.
    let spread = 1 + Double(trial.configuration.seed) / 1000
    var record = try Table1Samples.record(
      of: trial, validationErrorRate: validationErrorRate,
      testErrorRate: seen.testErrorRate(trial) * spread)
    let name = trial.configuration.activations[0].name
    switch trial.observation {
    case .laboratory: record.observed = laboratory(name, seen, spread)
    case .trajectory: record.observed = trajectory(trial, seen, spread)
    case .fit: record.observed = ["errorRate": JSONValue(0.001 * spread), "loss": JSONValue(0.1)]
    case nil: break
    }
    return record
  }

  private static func laboratory(_ name: String, _ seen: Seen, _ spread: Double) -> JSONObject {
    let isRectifier = name == "rectifier"
    func number(_ values: [String: Double], _ other: Double) -> JSONValue {
      JSONValue((values[name] ?? other) * spread)
    }
    return [
      "zeroFraction": [number(seen.zeroFraction, 0)],
      "activeUnitDeviation": [isRectifier ? JSONValue(12 * spread) : 0],
      "marginCorrelation": [isRectifier ? JSONValue(seen.marginCorrelation * spread) : .null],
      "moveSizes": JSONValue([0.01, 0.1] as [Double]),
      "distanceChange": [[0, number(seen.distanceChange, 0.5)]],
      "overlap": [[1, JSONValue(seen.overlap * spread)]],
      "probeErrorRate": [JSONValue(0.5), number(seen.probeErrorRate, 0.03)],
      "silencedFractions": JSONValue([0.1, 0.5] as [Double]),
      "silencedAccuracy": [JSONValue(0.9), number(seen.silencedAccuracy, 0.8)],
      "positionBytes": [JSONValue(800 * spread)], "maskBytes": [JSONValue(463 * spread)],
      "denseBytes": [2000],
      "patternCount": 9900, "patternSampleCount": 10_000,
      "largestMapDifference": JSONValue(seen.mapDifference * spread),
    ]
  }

  private static func trajectory(_ trial: Trial, _ seen: Seen, _ spread: Double) -> JSONObject {
    let name = AdvantagesKind(
      trial.configuration.activations[0], initializer: trial.configuration.initializer
    ).name
    let fade = (seen.fade[name] ?? -3) * spread
    let largest = trial.configuration.activationL1[0] > 0 ? 5.0 : 10.0
    let epoch: JSONValue = [
      "gradientNorm": [JSONValue(pow(10, fade)), 1],
      "openFraction": [JSONValue((1 - seen.silentAtStart) * spread)],
      "openPathFraction": [JSONValue(0.25)], "largestActivation": [JSONValue(largest * spread)],
      "activationNorm": [1], "weightNorm": [1, 1],
    ]
    return ["epochs": [epoch, epoch]]
  }
}
