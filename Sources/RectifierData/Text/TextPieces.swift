// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Gives a file of texts, one a line, as tables of some rows each.
struct TextPieces {
  private let source: ContentSource
  private let reader: TextLineReader
  private let isLabelled: Bool
  private let keepsTexts: Bool

  /// - Parameters:
  ///   - isLabelled: Whether lines have labels, in the format of fastText.
  ///   - keepsTexts: Whether tables have the texts, beside labels if there are any.
  init(
    _ source: ContentSource, isLabelled: Bool, replacesInvalidUTF8: Bool, keepsTexts: Bool = true
  ) throws(TextFileError) {
    self.source = source
    self.isLabelled = isLabelled
    self.keepsTexts = keepsTexts
    reader = try TextLineReader(source, replacesInvalidUTF8: replacesInvalidUTF8)
  }

  /// All rows that are left.
  ///
  /// - Throws: ``TextFileError/noTexts(path:)`` where there is none, and what is wrong with a line.
  func all() throws(TextFileError) -> Table {
    guard let all = try next() else { throw .noTexts(path: source.path) }
    return all
  }

  /// The next rows: at least one, and no further one once so many bytes have been read. Nil at the end.
  ///
  /// Labels are numbered in the order in which these rows have them.
  func next(byteLimit: Int = .max) throws(TextFileError) -> Table? {
    var rows = TextRows(keepsTexts: keepsTexts)
    let start = reader.givenByteCount
    while rows.lines.isEmpty || reader.givenByteCount - start < byteLimit {
      guard let line = try reader.next() else { break }
      guard isLabelled else {
        rows.add(text: line, number: reader.number)
        continue
      }
      do throws(TextRows.EmptyLabel) {
        try rows.add(labelled: line, number: reader.number)
      } catch {
        throw .emptyLabel(
          path: source.path, line: reader.number, byte: reader.offset + error.place)
      }
    }
    return rows.lines.isEmpty ? nil : rows.table(named: source.name, hasLabels: isLabelled)
  }
}
