// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles

extension Separability {
  package var json: JSONValue {
    [
      "sampleCount": JSONValue(sampleCount),
      "foldCount": JSONValue(Self.foldCount),
      "inputErrorRate": inputErrorRate.json,
      "layerErrorRates": JSONValue(layerErrorRates),
      "randomErrorRates": JSONValue(randomErrorRates),
    ]
  }
}
