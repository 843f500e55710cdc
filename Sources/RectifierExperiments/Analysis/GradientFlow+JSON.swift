// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles

extension GradientFlow {
  /// The members with the keys that stay the same from version to version: arrays over weight layers,
  /// which `layers` names; those of open units end before the output.
  package var json: JSONValue {
    [
      "sampleCount": JSONValue(sampleCount),
      "layers": JSONValue(layers.map(\.name)),
      "preActivationGradientNorm": JSONValue(layers.map(\.preActivationGradientNorm)),
      "weightGradientNorm": JSONValue(layers.map(\.weightGradientNorm)),
      "meanWeightGradientNorm": JSONValue(layers.map(\.meanWeightGradientNorm)),
      "openFraction": JSONValue(layers.compactMap(\.openFraction)),
      "nonZeroSlopeFraction": JSONValue(layers.compactMap(\.nonZeroSlopeFraction)),
      "openPathFraction": .optional(openPathFraction) { $0.json },
      "firstToLastRatio": JSONValue(firstToLastRatio),
    ]
  }
}
