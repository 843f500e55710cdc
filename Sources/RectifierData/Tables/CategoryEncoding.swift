// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How a column of words becomes features, one of which is 1 in each row.
///
/// They are: one a level, in the order of the levels; one for what is missing, if a training row lacked
/// the word; one for what was not seen, if a training row had a word that was too rare for a level. A row
/// for which none of them stands, as one with a word that is new, has zeros only.
public struct CategoryEncoding: Equatable, Sendable {
  /// The words with a feature of their own: numbers in their order, others by their UTF-8 bytes.
  public let levels: [String]
  /// Whether what is missing has a feature.
  public let hasMissingLevel: Bool
  /// Whether what was not seen has a feature.
  public let isUnseenTrained: Bool

  /// An encoding that has been fitted, as a model holds it.
  public init(levels: [String], hasMissingLevel: Bool, isUnseenTrained: Bool) {
    self.levels = levels
    self.hasMissingLevel = hasMissingLevel
    self.isUnseenTrained = isUnseenTrained
  }

  /// How many features there are.
  public var featureCount: Int {
    levels.count + (hasMissingLevel ? 1 : 0) + (isUnseenTrained ? 1 : 0)
  }

  /// The feature of what is missing; nil where it has none.
  var missingFeature: Int? { hasMissingLevel ? levels.count : unseenFeature }

  /// The feature of what was not seen; nil where it has none.
  var unseenFeature: Int? { isUnseenTrained ? featureCount - 1 : nil }
}
