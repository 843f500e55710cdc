// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension DataSource {
  /// Bytes of a compressed file's content for each of its own, where nobody has counted: about what text
  /// has.
  private static let usualRatio = 5

  /// Bytes of the files that hold the rows, inflated; of compressed ones an estimate. Nil for rows that
  /// lie in memory in any case, as those of standard input do.
  ///
  /// - Throws: ``DataSourceError`` where a file cannot be opened.
  package func rowByteCount() throws(DataSourceError) -> Int? {
    switch kind {
    case .glyphs, .standardInput: return nil
    case .several(let sources):
      var sum = 0
      for source in sources { sum += try source.rowByteCount() ?? 0 }
      return sum
    case .parts(let parts):
      var sum = 0
      for part in rowParts { sum += try parts[part]?.rowByteCount() ?? 0 }
      return sum
    case .files:
      guard let rowPath else { return nil }
      let content = try RowFile.reading { () throws(StoredContentError) in
        try ContentSource(path: rowPath.path).open(doing: "reading rows")
      }
      return content.plainByteCount ?? content.storedByteCount * Self.usualRatio
    }
  }
}
