// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining

extension Evaluation {
  /// The members with the keys that stay the same from version to version.
  package var json: JSONObject {
    [
      "sampleCount": JSONValue(sampleCount),
      "errorRate": .optional(errorRate) { JSONValue($0) },
      "errorRateInterval": .optional(errors?.interval95) {
        .array([JSONValue($0.lowerBound), JSONValue($0.upperBound)])
      },
      "loss": JSONValue(loss),
      "zeroFraction": .array(zeroFraction.map { JSONValue($0) }),
      "deadUnitCount": JSONValue(deadUnitCount),
      "confusion": .array(confusion.map { JSONValue($0) }),
    ]
  }
}
