// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation

/// Among how many parts a total is divided, where some have more of it than others.
package enum EffectiveCount {
  /// exp(−Σ p log p), p = a/Σa; nil where nothing is divided.
  ///
  /// *Source:* the diversity of order 1 of Hill, "Diversity and evenness" (1973).
  ///
  /// - Precondition: No number is below 0.
  package static func ofEntropy(_ parts: [Double]) -> Double? {
    let sum = parts.reduce(0, +)
    guard sum > 0 else { return nil }
    let entropy = parts.reduce(0.0) { entropy, part in
      part > 0 ? entropy - part / sum * log(part / sum) : entropy
    }
    return exp(entropy)
  }

  /// (Σa)²/Σa², the participation ratio: the diversity of order 2; nil where nothing is divided.
  ///
  /// *Source:* Bell and Dean, "Atomic vibrations in vitreous silica" (1970).
  package static func ofSquares(_ parts: [Double]) -> Double? {
    let sum = parts.reduce(0, +)
    let squares = parts.reduce(0) { $0 + $1 * $1 }
    return squares > 0 ? sum * sum / squares : nil
  }
}
