// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierAnalysis

@Suite struct PairedDifferenceTests {
  /// Differences of 1, 2 and 3: mean 2, s = 1, t(2) = 4.303.
  @Test func theIntervalIsStudents() throws {
    let found = try #require(
      PairedDifference([(first: 2, second: 1), (5, 3), (3, 0), (nil, 7), (8, nil)]))
    #expect(found.count == 3 && found.difference == 2)
    let half = 4.3027 / 3.0.squareRoot()
    #expect(abs(found.interval95.upperBound - 2 - half) < 1e-3)
    #expect(abs(found.interval95.lowerBound - 2 + half) < 1e-3)
    #expect(!found.isSignificant)
  }

  @Test func whatIsFarFromNoneIsSignificant() throws {
    let pairs = (0..<10).map { (first: Double?(1), second: Double?(2 + 0.1 * Double($0 % 3))) }
    let found = try #require(PairedDifference(pairs))
    #expect(found.isSignificant && found.difference < -1)
  }

  @Test func onePairSaysNothing() {
    #expect(PairedDifference([]) == nil)
    #expect(PairedDifference([(first: 1, second: 2), (first: nil, second: 2)]) == nil)
  }
}
