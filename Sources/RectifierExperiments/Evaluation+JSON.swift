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
      "loss": JSONValue(loss),
      "zeroFraction": .array(zeroFraction.map { JSONValue($0) }),
      "deadUnitCount": JSONValue(deadUnitCount),
      "confusion": .array(confusion.map { JSONValue($0) }),
    ]
  }
}
