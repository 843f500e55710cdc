// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Gives the rows of a file some at a time.
enum RowPieces {
  case table(TablePieces)
  case svmlight(SvmlightPieces)
  case texts(TextPieces)

  /// The next rows: at least one, and no further one once so many bytes have been read. Nil at the end.
  ///
  /// - Throws: ``DataSourceError``: what the reader of the form found.
  func next(byteLimit: Int) throws(DataSourceError) -> RawRows? {
    switch self {
    case .table(let pieces):
      try RowFile.wrapping(DataSourceError.table) { () throws(TableError) in
        try pieces.next(byteLimit: byteLimit).map { RawRows(table: $0) }
      }
    case .svmlight(let pieces):
      try RowFile.wrapping(DataSourceError.svmlight) { () throws(SvmlightError) in
        try pieces.next(byteLimit: byteLimit)
      }
    case .texts(let pieces):
      try RowFile.wrapping(DataSourceError.text) { () throws(TextFileError) in
        try pieces.next(byteLimit: byteLimit).map { RawRows(table: $0) }
      }
    }
  }
}
