// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What a table is to teach.
public enum TaskChoice: String, CaseIterable, Sendable {
  /// By the target: words are classes, and so are at most 100 different numbers without fractions;
  /// other numbers are real; sets of labels are classes where every row has exactly one.
  case automatic
  /// Which of several classes a row is of.
  case classification
  /// Which of several labels a row has, any number of them.
  case multiLabel
  /// Which of several numbers, whose order counts.
  case ordinal
  /// A real number.
  case regression
}

/// How a ``Schema`` is fitted.
public struct SchemaOptions: Equatable, Sendable {
  /// The column that is to be learned; nil: none, all columns are features.
  public var target: String?
  /// What kind of target it is.
  public var task = TaskChoice.automatic
  /// Whether numbers are brought to mean 0 and deviation 1; else they stay as they are.
  public var standardizes = true
  /// A word that fewer training rows have is treated like one that was never seen.
  public var leastCategoryCount = 2
  /// How texts become features.
  public var text = Vectorizer.Options()

  /// What fits most tables.
  public init(target: String? = nil) {
    self.target = target
  }
}
