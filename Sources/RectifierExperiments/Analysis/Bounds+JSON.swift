// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles

extension Bounds {
  /// The members with the keys that stay the same from version to version: arrays over weight layers,
  /// which `layers` names.
  package var json: JSONValue {
    [
      "sampleCount": JSONValue(sampleCount),
      "layers": JSONValue(layers.map(\.name)),
      "largestActivation": JSONValue(layers.map(\.largestActivation)),
      "rootMeanSquareActivation": JSONValue(layers.map(\.rootMeanSquareActivation)),
      "activationNorm": JSONValue(layers.map(\.activationNorm)),
      "weightNorm": JSONValue(layers.map(\.weightNorm)),
      "largestRowNorm": JSONValue(layers.map(\.largestRowNorm)),
      "largestWeight": JSONValue(layers.map(\.largestWeight)),
      "largestBias": JSONValue(layers.map(\.largestBias)),
    ]
  }
}
