// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How one column of a table becomes features.
public struct SchemaColumn: Equatable, Sendable {
  /// What is done with its cells.
  public enum Encoding: Equatable, Sendable {
    /// Numbers are standardised.
    case number(NumberEncoding)
    /// Words become one feature a level.
    case category(CategoryEncoding)
    /// Texts become one feature a term.
    case text(Vectorizer)
  }

  /// What the table calls the column.
  public let name: String
  /// What is done with its cells.
  public let encoding: Encoding

  /// A column as a model holds it.
  public init(name: String, encoding: Encoding) {
    self.name = name
    self.encoding = encoding
  }

  /// How many features it becomes.
  public var featureCount: Int {
    switch encoding {
    case .number(let encoding): encoding.hasMissingIndicator ? 2 : 1
    case .category(let encoding): encoding.featureCount
    case .text(let vectorizer): vectorizer.vocabulary.count
    }
  }

  /// What people may call its features: "age", "age missing", "colour = red", "colour missing",
  /// "colour unseen", "review: good".
  public var featureNames: [String] {
    switch encoding {
    case .number(let encoding):
      encoding.hasMissingIndicator ? [name, "\(name) missing"] : [name]
    case .category(let encoding):
      encoding.levels.map { "\(name) = \($0)" }
        + (encoding.hasMissingLevel ? ["\(name) missing"] : [])
        + (encoding.isUnseenTrained ? ["\(name) unseen"] : [])
    case .text(let vectorizer): vectorizer.vocabulary.map { "\(name): \($0)" }
    }
  }

  /// Why a model cannot hold the column; nil where it can.
  var fault: String? {
    switch encoding {
    case .number(let encoding):
      let isSound = encoding.mean.isFinite && encoding.deviation.isFinite && encoding.deviation > 0
      return isSound ? nil : "mean \(encoding.mean), deviation \(encoding.deviation)"
    case .category(let encoding):
      if Set(encoding.levels).count < encoding.levels.count { return "a level twice" }
      return encoding.featureCount > 0 ? nil : "no level"
    case .text: return nil
    }
  }
}
