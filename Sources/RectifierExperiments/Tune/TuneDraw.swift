// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles
import RectifierTraining

/// The options of a network that was drawn.
enum TuneDraw {
  /// What belongs together is brought together: the rate is as far from the default of the optimizer
  /// that was drawn as it was from that of the given one, and without hidden layers nothing is said
  /// of them.
  ///
  /// - Parameters:
  ///   - base: What is not drawn.
  ///   - drawn: Members of a configuration.
  static func configuration(
    _ base: TrainConfiguration, with drawn: JSONObject, place: String
  ) throws(ConfigurationError) -> TrainConfiguration {
    var members = base.deviations
    for key in drawn.keys { members[key] = drawn[key] }
    if drawn["hidden"] == .array([]) {
      for key in ["activationL1", "targetZeros"] { members[key] = nil }
    } else if drawn["targetZeros"] != nil, drawn["targetZeros"] != .null {
      members["activationL1"] = nil
    }
    if let rate = drawn["learningRate"]?.floatValue {
      let optimizer = try drawn["optimizer"]?.stringValue.map {
        (name) throws(ConfigurationError) in try TrainConfiguration.optimizer(named: name)
      }
      let usual = base.optimizer.defaultLearningRate
      let factor = (optimizer?.defaultLearningRate ?? usual) / usual
      members["learningRate"] = JSONValue(rounded(rate * factor))
    }
    return try TrainConfiguration(json: .object(members), place: place)
  }

  /// The number with two digits, so that people can type it: the distance between two of them is
  /// smaller than any that matters.
  private static func rounded(_ value: Float) -> Float {
    Float(String(format: "%.1e", value)) ?? value
  }
}
