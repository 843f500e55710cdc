// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A file of rows, and how it is to be read.
struct RowFile: Sendable {
  /// What the file is.
  enum Form: Sendable {
    case table(TableOptions)
    case svmlight(SvmlightOptions)
    /// A text a line, with labels in the format of fastText or without.
    case texts(isLabelled: Bool, replacesInvalidUTF8: Bool)
  }

  let content: ContentSource
  let form: Form

  /// Reads all rows.
  ///
  /// - Throws: ``DataSourceError``: what the reader of the form found.
  func read() throws(DataSourceError) -> RawRows {
    switch form {
    case .table(let options):
      try Self.wrapping(DataSourceError.table) { () throws(TableError) in
        RawRows(table: try Table(reading: content, options: options))
      }
    case .svmlight(let options):
      try Self.wrapping(DataSourceError.svmlight) { () throws(SvmlightError) in
        try SvmlightFile(reading: content, options: options).rows
      }
    case .texts(let isLabelled, let replaces):
      try Self.wrapping(DataSourceError.text) { () throws(TextFileError) in
        RawRows(
          table: try TextPieces(content, isLabelled: isLabelled, replacesInvalidUTF8: replaces)
            .all())
      }
    }
  }

  /// What is done with the bytes of a file, whatever its form.
  static func reading<Result>(
    _ read: () throws(StoredContentError) -> Result
  ) throws(DataSourceError) -> Result {
    try wrapping({ .table(.content($0)) }, read)
  }

  /// What a reader gives, with its errors as those of data sources.
  static func wrapping<Failure: Error, Result>(
    _ wrap: (Failure) -> DataSourceError, _ read: () throws(Failure) -> Result
  ) throws(DataSourceError) -> Result {
    do throws(Failure) { return try read() } catch { throw wrap(error) }
  }
}
