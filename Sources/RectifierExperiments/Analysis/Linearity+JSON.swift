// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles
import RectifierTraining

extension Linearity {
  /// The members with the keys that stay the same from version to version; `layers` is an array over
  /// hidden layers.
  package var json: JSONValue {
    [
      "layers": .array(layers.map(\.json)),
      "joint": joint.json,
      "pieceSampleCount": JSONValue(pieceSampleCount),
      "kinkDistance": .optional(kinkDistance) { $0.json },
      "relativeKinkDistance": .optional(relativeKinkDistance) { $0.json },
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
      "largestShare": Estimate(largestShare).json,
      "unseenShare": Estimate(unseenShare).json,
    ]
  }
}
