// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Gives a file in the format of fastText as tables of some rows each.
struct FastTextPieces {
  private let source: ContentSource
  private let reader: TextLineReader
  private let keepsTexts: Bool

  /// - Parameter keepsTexts: Whether tables have the texts beside the labels.
  init(
    _ source: ContentSource, replacesInvalidUTF8: Bool, keepsTexts: Bool = true
  ) throws(TextFileError) {
    self.source = source
    self.keepsTexts = keepsTexts
    reader = try TextLineReader(source, replacesInvalidUTF8: replacesInvalidUTF8)
  }

  /// The next rows: at least one, and no further one once so many bytes have been read. Nil at the end.
  ///
  /// Labels are numbered in the order in which these rows have them.
  func next(byteLimit: Int = .max) throws(TextFileError) -> Table? {
    var rows = FastTextRows(keepsTexts: keepsTexts)
    let start = reader.givenByteCount
    while rows.lines.isEmpty || reader.givenByteCount - start < byteLimit {
      guard let line = try reader.next() else { break }
      do throws(FastTextRows.EmptyLabel) {
        try rows.add(line, number: reader.number)
      } catch {
        throw .emptyLabel(
          path: source.path, line: reader.number, byte: reader.offset + error.place)
      }
    }
    return rows.lines.isEmpty ? nil : rows.table(named: source.name)
  }
}
