// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles

extension Linearity {
  /// The members with the keys that stay the same from version to version; `layers` is an array over
  /// hidden layers.
  package var json: JSONValue {
    [
      "layers": .array(layers.map(\.json)),
      "joint": joint.json,
      "pieceSampleCount": JSONValue(pieceSampleCount),
      "kinkDistance": .optional(kinkDistance) { JSONValue($0) },
      "relativeKinkDistance": .optional(relativeKinkDistance) { JSONValue($0) },
      "largestMapDifference": JSONValue(largestMapDifference),
    ]
  }
}

extension ActivationPatterns {
  fileprivate var json: JSONValue {
    [
      "sampleCount": JSONValue(sampleCount),
      "distinctCount": JSONValue(distinctCount),
      "singleCount": JSONValue(singleCount),
      "largestCount": JSONValue(largestCount),
      "largestShare": JSONValue(largestShare),
      "unseenShare": JSONValue(unseenShare),
    ]
  }
}
