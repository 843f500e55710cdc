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
  /// - Parameter replacesInvalidUTF8: Whether bytes that are not UTF-8 become U+FFFD; else they are
  ///   an error.
  /// - Throws: ``TextFileError`` with the line and the byte of the first fault.
  public static func read(
    _ source: ContentSource, replacesInvalidUTF8: Bool = false
  ) throws(TextFileError) -> Table {
    let reader = try TextLineReader(source, replacesInvalidUTF8: replacesInvalidUTF8)
    var texts: [String] = []
    while let line = try reader.next() { texts.append(String(decoding: line, as: UTF8.self)) }
    if texts.isEmpty { throw .noTexts(path: source.path) }
    return Table(
      name: source.name, columns: [TableColumn(name: textColumn, cells: .texts(texts))])
  }
}
