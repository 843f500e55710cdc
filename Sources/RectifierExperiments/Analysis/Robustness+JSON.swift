// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles

extension Robustness {
  package var json: JSONValue {
    [
      "sampleCount": JSONValue(sampleCount),
      "drawCount": JSONValue(drawCount),
      "accuracy": accuracy.json,
      "silencedLayers": .array(silencedLayers.map { Self.json($0, "fraction") }),
      "silencedThroughout": Self.json(silencedThroughout, "fraction"),
      "noisyLayers": .array(noisyLayers.map { Self.json($0, "noise") }),
      "noisyThroughout": Self.json(noisyThroughout, "noise"),
      "participation": .array(
        participation.map { layer in
          [
            "byClass": .array(layer.byClass.map { .optional($0) { JSONValue($0) } }),
            "mean": .optional(layer.mean) { $0.json },
          ]
        }),
    ]
  }

  private static func json(_ accuracies: [DisturbedAccuracy], _ level: String) -> JSONValue {
    .array(
      accuracies.map { disturbed in
        var object: JSONObject = [level: JSONValue(disturbed.level)]
        object["accuracy"] = disturbed.accuracy.json
        return .object(object)
      })
  }
}
