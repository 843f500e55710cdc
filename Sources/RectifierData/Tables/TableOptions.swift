// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How a file of separated values becomes a ``Table``.
///
/// A column that none of the lists names is one of numbers where every cell that is not missing is a
/// number, else one of words.
public struct TableOptions: Equatable, Sendable {
  /// The byte between fields: printable ASCII or a tab, no quote. Nil: by the name (`.tsv` and `.tab`
  /// tabs, `.csv` commas) where the first line has any, else whichever of tab, comma, semicolon and
  /// bar is most frequent there.
  public var separator: UInt8?
  /// Whether the first line names the columns; else they are called "1", "2" and so on.
  public var hasHeader = true
  /// Columns of text to be vectorised.
  public var texts: [String] = []
  /// Columns of words, even if all of them are numbers.
  public var categorical: [String] = []
  /// Columns of numbers; anything else in them is an error.
  public var numeric: [String] = []
  /// Columns that are left out.
  public var ignored: [String] = []
  /// What stands for a cell that is missing, beside the empty one; numbers mean all that equal them.
  public var missing = ["", "NA", "NaN", "nan", "null", "?"]
  /// Whether bytes that are not UTF-8 become U+FFFD; else they are an error.
  public var replacesInvalidUTF8 = false
  /// Whether the lists may name columns that the file does not have, as they may where a schema names
  /// them: it has an error of its own for what is absent.
  public var mayNameAbsentColumns = false

  /// What fits most files.
  public init() {}
}
