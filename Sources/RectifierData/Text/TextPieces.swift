// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Gives a file with one text a line as tables of some rows each.
struct TextPieces {
  private let source: ContentSource
  private let reader: TextLineReader
  private let keepsTexts: Bool

  /// - Parameter keepsTexts: Whether tables have the texts; else they have rows and no column.
  init(
    _ source: ContentSource, replacesInvalidUTF8: Bool, keepsTexts: Bool = true
  ) throws(TextFileError) {
    self.source = source
    self.keepsTexts = keepsTexts
    reader = try TextLineReader(source, replacesInvalidUTF8: replacesInvalidUTF8)
  }

  /// The next rows: at least one, and no further one once so many bytes have been read. Nil at the end.
  func next(byteLimit: Int = .max) throws(TextFileError) -> Table? {
    var (texts, lines) = ([String](), [UInt32]())
    let start = reader.givenByteCount
    while lines.isEmpty || reader.givenByteCount - start < byteLimit {
      guard let line = try reader.next() else { break }
      if keepsTexts { texts.append(String(decoding: line, as: UTF8.self)) }
      lines.append(UInt32(truncatingIfNeeded: reader.number))
    }
    if lines.isEmpty { return nil }
    let column = TableColumn(name: TextLines.textColumn, cells: .texts(texts))
    return Table(name: source.name, columns: keepsTexts ? [column] : [], lines: lines)
  }
}
