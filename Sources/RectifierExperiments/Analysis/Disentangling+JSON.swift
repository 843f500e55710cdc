// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles

extension Disentangling {
  package var json: JSONValue {
    [
      "sampleCount": JSONValue(sampleCount),
      "rootMeanSquareDistance": JSONValue(rootMeanSquareDistance),
      "layers": .array(layers.map { .array($0.map(\.json)) }),
    ]
  }
}

extension CodeChange {
  fileprivate var json: JSONValue {
    [
      "size": JSONValue(size),
      "overlap": overlap.json,
      "cosine": .optional(cosine) { $0.json },
      "relativeChange": .optional(relativeChange) { $0.json },
      "distanceChange": .optional(distanceChange) { $0.json },
    ]
  }
}
