// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Files in the format of fastText: one text a line, with its labels.
///
///     __label__good __label__cheap what a meal
///
/// Every piece between blanks that begins with `__label__` is a label, wherever it stands; what is
/// behind that prefix is its name. The other pieces are the text. A line may have no label.
///
/// Source: fastText, Dictionary::getLine.
public enum FastTextFile {
  /// What labels begin with.
  public static let labelPrefix = "__label__"
  /// What the column of labels is called.
  public static let labelColumn = "label"

  /// Reads a file, plain or compressed by gzip: a table with the columns "label", of sets, and "text".
  ///
  /// Lines that are empty or blank are no rows. Labels are numbered in order of first appearance.
  ///
  /// - Parameters:
  ///   - source: The file, or bytes.
  ///   - replacesInvalidUTF8: Whether bytes that are not UTF-8 become U+FFFD; else they are an error.
  /// - Throws: ``TextFileError`` with the line and the byte of the first fault.
  public static func read(
    _ source: ContentSource, replacesInvalidUTF8: Bool = false
  ) throws(TextFileError) -> Table {
    try TextPieces(source, isLabelled: true, replacesInvalidUTF8: replacesInvalidUTF8).all()
  }

  /// Whether a line of a file speaks for this format: its first piece is a label.
  public static func isLikely(firstLine: some Collection<UInt8>) -> Bool {
    firstLine.drop(while: TextRows.isBlank).starts(with: labelPrefix.utf8)
  }
}
