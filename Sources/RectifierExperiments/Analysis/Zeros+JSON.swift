// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles

extension Zeros {
  package var json: JSONValue {
    ["sampleCount": JSONValue(sampleCount), "layers": .array(layers.map(\.json))]
  }
}

extension LayerZeros {
  fileprivate var json: JSONValue {
    [
      "activation": .string(activation.name),
      "zeroFraction": zeroFraction.json,
      "zeroFractionByClass": JSONValue(zeroFractionByClass),
      "nearZeroFractions": .array(
        zip(Zeros.thresholds, nearZeroFractions).map {
          ["threshold": JSONValue($0), "fraction": $1.json]
        }),
      "activeUnitCount": activeUnitCount.json,
      "effectiveUnitCount": .optional(effectiveUnitCount) { $0.json },
      "firingRates": .array(firingRates.map { JSONValue($0) }),
      "firingRateHistogram": JSONValue(firingRateHistogram),
      "deadUnits": JSONValue(deadUnits),
      "deadRateLimit": JSONValue(deadRateLimit),
      "alwaysOnUnits": JSONValue(alwaysOnUnits),
      "steadyState": .optional(steadyState) { $0.json },
    ]
  }
}

extension SteadyState {
  fileprivate var json: JSONValue {
    [
      "range": JSONValue(range),
      "isObserved": .bool(isObserved),
      "restingShare": JSONValue(restingShare),
      "meanShare": meanShare.json,
      "meanInputShare": JSONValue(meanInputShare),
      "meanInputZeroFraction": meanInputZeroFraction.json,
    ]
  }
}
