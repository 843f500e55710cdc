// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Values below which given fractions of a sample lie, between two numbers on the line through them.
///
/// *Source:* definition 7 of Hyndman and Fan, "Sample quantiles in statistical packages" (1996).
package enum SampleQuantiles {
  /// One a level, each 0…1; none for no values.
  package static func of(_ values: [Double], levels: [Double]) -> [Double] {
    guard !values.isEmpty else { return [] }
    let sorted = values.sorted()
    return levels.map { level in
      let place = level * Double(sorted.count - 1)
      let below = min(Int(place), sorted.count - 1)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
  }
}
