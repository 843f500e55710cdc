// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Files with one text a line.
public enum TextLines {
  /// What the column of texts is called.
  public static let textColumn = "text"

  /// Reads a file, plain or compressed by gzip: a table with one column, "text".
  ///
  /// Every line is a row, an empty one too, so that what is predicted stands line for line beside
  /// what was read.
  ///
  /// - Parameters:
  ///   - source: The file, or bytes.
  ///   - replacesInvalidUTF8: Whether bytes that are not UTF-8 become U+FFFD; else they are an error.
  /// - Throws: ``TextFileError`` with the line and the byte of the first fault.
  public static func read(
    _ source: ContentSource, replacesInvalidUTF8: Bool = false
  ) throws(TextFileError) -> Table {
    try TextPieces(source, isLabelled: false, replacesInvalidUTF8: replacesInvalidUTF8).all()
  }
}
