// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining

extension JSONValue {
  /// `{"value": v, "interval95": [a, b]}`; null for an interval that is not known, and for numbers
  /// that are not finite.
  package init(_ estimate: Estimate) {
    self = [
      "value": JSONValue(estimate.value),
      "interval95": .optional(estimate.interval95) { JSONValue($0) },
    ]
  }

  /// The same of a counted rate, with Wilson's interval.
  package init(_ rate: CountedRate) { self.init(Estimate(rate)) }

  /// Some numbers.
  init(_ values: [Double]) { self = .array(values.map { JSONValue($0) }) }

  /// Some estimates.
  init(_ estimates: [Estimate]) { self = .array(estimates.map { JSONValue($0) }) }
}
