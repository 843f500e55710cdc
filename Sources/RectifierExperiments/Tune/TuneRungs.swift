// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How many epochs the trainings of a network have, one after another, each of which goes on from the
/// one before; after each but the last the best third of the networks goes on.
///
/// *Source:* successive halving, Jamieson and Talwalkar (2016), with the factor 3 of Li et al. (2018).
package enum TuneRungs {
  /// Of the networks of a rung one in so many goes on.
  static let factor = 3

  /// Ninth, third and whole of the greatest number of epochs, rounded up: 3, 7 and 20 of 20.
  ///
  /// No rung has a single epoch unless all have, since a target of zeros is approached between
  /// epochs.
  static func epochCounts(of epochCount: Int) -> [Int] {
    var counts: [Int] = []
    for share in [factor * factor, factor, 1] {
      let count = max((epochCount + share - 1) / share, min(epochCount, 2))
      if counts.last != count { counts.append(count) }
    }
    return counts
  }

  /// How many of so many networks go on; at least one does.
  static func survivorCount(of count: Int) -> Int { (count + factor - 1) / factor }
}
