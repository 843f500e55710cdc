// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining

extension Evaluation {
  /// The members with the keys that stay the same from version to version.
  package var json: JSONObject {
    var object: JSONObject = [
      "sampleCount": JSONValue(sampleCount),
      "errorRate": .optional(errorRate) { JSONValue($0) },
      "errorRateInterval": .optional(errors?.interval95) { JSONValue($0) },
      "loss": JSONValue(loss),
      "zeroFraction": .array(zeroFraction.map { JSONValue($0) }),
      "deadUnitCount": JSONValue(deadUnitCount),
      "confusion": .array(confusion.map { JSONValue($0) }),
    ]
    object.set(measures)
    if measures[.precisionAt1] != nil, let ranking { object.set(ranking) }
    return object
  }
}

extension JSONObject {
  /// Sets P@1 and R@1 with their intervals, and P@k and R@k for k from 1 on.
  package mutating func set(_ ranking: LabelRanking) {
    let depths = ranking.hitCounts.indices.map { $0 + 1 }
    func list(_ fraction: (Int) -> Estimate?) -> JSONValue {
      .array(depths.map { .optional(fraction($0)?.value) { JSONValue($0) } })
    }
    set(ranking.measures)
    self["precisionAt"] = list(ranking.precision)
    self["recallAt"] = list(ranking.recall)
  }
}
