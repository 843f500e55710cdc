// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining

/// What came of a target of zeros.
package struct ZeroTargetResult: Equatable, Sendable {
  /// The mean fraction of zeros that was asked for.
  package var target: Float
  /// What the kept epoch has on the validation part.
  package var validationZeroFraction: Double
  /// Whether that is within the tolerance of the target.
  package var isReached: Bool
  /// λ of the steps of each epoch.
  package var activationL1PerEpoch: [Double]

  /// Nil where the run had no target.
  init?(best: Model, metrics: Metrics) {
    let (facts, widths) = (best.facts, best.network.architecture.hiddenWidths)
    guard let target = facts.options.targetZeros,
      let zeros = ZeroFraction.mean(facts.zeroFraction, widths: widths)
    else { return nil }
    self.target = target
    validationZeroFraction = zeros
    isReached = abs(zeros - Double(target)) <= ZeroTarget.tolerance
    activationL1PerEpoch = metrics.values(of: "activationL1").compactMap { $0 }
  }

  package var json: JSONValue {
    [
      "target": JSONValue(target), "validationZeroFraction": JSONValue(validationZeroFraction),
      "isReached": .bool(isReached),
      "activationL1PerEpoch": .array(activationL1PerEpoch.map { JSONValue($0) }),
    ]
  }

  init(_ fields: JSONFields) throws(ConfigurationError) {
    target = try fields.required("target", "a number", \.floatValue)
    validationZeroFraction = try fields.required(
      "validationZeroFraction", "a number", \.doubleValue)
    isReached = try fields.required("isReached", "true or false", \.boolValue)
    activationL1PerEpoch = try fields.required("activationL1PerEpoch", "an array of numbers") {
      $0.array(of: \.doubleValue)
    }
  }
}
