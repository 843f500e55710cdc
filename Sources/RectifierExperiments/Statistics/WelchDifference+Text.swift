// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis

extension WelchDifference {
  /// Of fractions: `+0.02 points`.
  package var pointDifference: String {
    "\(NumberText.signed(100 * difference, decimals: 2)) points"
  }

  /// The interval of a difference of fractions, in percentage points: `−0.02 … +0.06`.
  package var pointInterval: String {
    NumberText.signedRange(100 * interval95.lowerBound...100 * interval95.upperBound, decimals: 2)
  }

  /// Both: `+0.02 points (−0.02 … +0.06)`.
  package var points: String { "\(pointDifference) (\(pointInterval))" }
}
