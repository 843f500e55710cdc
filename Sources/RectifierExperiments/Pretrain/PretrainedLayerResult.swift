// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining

/// What came of one layer: its best epoch, measured on the validation part, on clean inputs.
package struct PretrainedLayerResult: Equatable, Sendable {
  /// Mean over the samples of the loss summed over what is given back.
  package var reconstructionError: Double
  /// Exact zeros of the code, 0…1.
  package var zeroFraction: Double
  /// Units that no sample activates.
  package var deadUnitCount: Int
  package var bestEpoch: Int

  /// - Precondition: The model is that of a trained autoencoder.
  init(_ model: Model) {
    guard let loss = model.facts.validationLoss, model.facts.zeroFraction.count == 1 else {
      fatalError("pre-training: a layer's model without measurements")
    }
    reconstructionError = loss
    zeroFraction = model.facts.zeroFraction[0]
    deadUnitCount = model.facts.deadUnitCount[0]
    bestEpoch = model.facts.epoch
  }

  package var json: JSONValue {
    [
      "reconstructionError": JSONValue(reconstructionError),
      "zeroFraction": JSONValue(zeroFraction),
      "deadUnitCount": JSONValue(deadUnitCount),
      "bestEpoch": JSONValue(bestEpoch),
    ]
  }

  init(json: JSONValue, place: String) throws(ConfigurationError) {
    let fields = try JSONFields(json, place: place)
    reconstructionError = try fields.required("reconstructionError", "a number", \.doubleValue)
    zeroFraction = try fields.required("zeroFraction", "a fraction from 0 to 1") {
      $0.doubleValue.flatMap { (0...1).contains($0) ? $0 : nil }
    }
    deadUnitCount = try fields.required("deadUnitCount", "a whole number", \.intValue)
    bestEpoch = try fields.required("bestEpoch", "a whole number", \.intValue)
  }
}
