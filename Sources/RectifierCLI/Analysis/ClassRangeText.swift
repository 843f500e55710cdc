// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining

/// The least and the greatest of the classes, for reading.
enum ClassRangeText {
  /// `78.1 % (1) … 85.2 % (8)`, the classes in brackets; nil without classes.
  static func text(
    _ estimates: [Estimate?], labels: [String], _ number: (Double) -> String
  ) -> String? {
    let known = zip(labels, estimates).compactMap { label, estimate in
      estimate.map { (label: label, value: $0.value) }
    }
    guard let least = known.min(by: { $0.value < $1.value }),
      let greatest = known.max(by: { $0.value < $1.value })
    else { return nil }
    return "\(number(least.value)) (\(least.label)) … \(number(greatest.value)) (\(greatest.label))"
  }
}
