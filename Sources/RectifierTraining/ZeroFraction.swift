// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Fractions of zeros, one a hidden layer.
package enum ZeroFraction {
  /// The mean over all hidden units; nil without hidden layers, or without a fraction for each.
  package static func mean(_ fractions: [Double], widths: [Int]) -> Double? {
    guard !widths.isEmpty, fractions.count == widths.count else { return nil }
    let zeros = zip(fractions, widths).reduce(0) { $0 + $1.0 * Double($1.1) }
    return zeros / Double(widths.reduce(0, +))
  }
}
