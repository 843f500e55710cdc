// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles

extension VariableSize {
  package var json: JSONValue {
    [
      "sampleCount": JSONValue(sampleCount),
      "quantileLevels": .array(Self.quantileLevels.map { JSONValue($0) }),
      "layers": .array(layers.map(\.json)),
    ]
  }
}

extension LayerSize {
  fileprivate var json: JSONValue {
    [
      "unitCount": JSONValue(unitCount),
      "mean": mean.json,
      "deviation": .optional(deviation) { JSONValue($0) },
      "quantiles": .array(quantiles.map { JSONValue($0) }),
      "meanByClass": JSONValue(meanByClass),
      "marginCorrelation": .optional(marginCorrelation) { $0.json },
      "inkCorrelation": .optional(inkCorrelation) { $0.json },
    ]
  }
}
