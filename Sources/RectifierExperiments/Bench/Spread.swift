// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A quantity measured several times.
package struct Spread: Equatable, Sendable {
  /// The middle value; of an even number the upper of the two.
  package let median: Double
  /// The least and the largest value.
  package let range: ClosedRange<Double>

  /// - Precondition: There is a value.
  package init(_ values: [Double]) {
    let sorted = values.sorted()
    guard let least = sorted.first, let largest = sorted.last else {
      fatalError("spread: of no value")
    }
    median = sorted[sorted.count / 2]
    range = least...largest
  }
}
