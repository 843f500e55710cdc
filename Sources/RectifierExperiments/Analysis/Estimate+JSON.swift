// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining

extension Estimate {
  /// `{"value": 0.82, "interval95": [0.81, 0.83]}`, the interval null where there is none.
  package var json: JSONValue {
    [
      "value": JSONValue(value),
      "interval95": .optional(interval95) { JSONValue($0) },
    ]
  }
}

extension JSONValue {
  /// Some numbers.
  init(_ values: [Double]) { self = .array(values.map { JSONValue($0) }) }

  /// One a class or layer, null where there is none.
  init(_ estimates: [Estimate?]) {
    self = .array(estimates.map { .optional($0) { $0.json } })
  }
}
