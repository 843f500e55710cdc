// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// The rows of one or several files, read some at a time and as often as they are needed, so that all
/// of them never lie in memory together.
///
/// What stays there is the column that is learned, and the line of each row.
package struct RowStream: Sendable {
  /// Of which features are numbered, how they are.
  package struct Numbering: Equatable, Sendable {
    /// The number of the first feature: 0 or 1.
    package let indexBase: Int
    package let featureCount: Int
  }

  /// Once so many bytes have been read, the rows at hand are given.
  package static let usualPieceByteCount = 1 << 22

  /// What messages call the rows.
  package let name: String
  /// All columns, of the kinds that they have, without a row.
  package private(set) var header: Table
  /// The column that is learned, with all rows; the rows without a column where there is none.
  package let targets: Table
  /// Nil where features are columns.
  package let numbering: Numbering?
  private let files: [RowFileSurvey]
  private let pieceByteCount: Int

  init(
    _ files: [RowFileSurvey], name: String, pieceByteCount: Int
  ) throws(SchemaError) {
    self.name = name
    self.pieceByteCount = pieceByteCount
    (header, targets) = (
      try Self.concatenated(files.map(\.header), name: name),
      try Self.concatenated(files.map(\.targets), name: name)
    )
    let featureCount = files.compactMap(\.featureCount).max()
    self.files = files.map { $0.widened(to: featureCount) }
    numbering = featureCount.flatMap { count in
      files[0].firstIndex.map { Numbering(indexBase: $0, featureCount: count) }
    }
  }

  private static func concatenated(
    _ tables: [Table], name: String
  ) throws(SchemaError) -> Table {
    if tables.count == 1 { return tables[0] }
    return try RawRows(concatenating: tables.map { RawRows(table: $0) }, name: name).table
  }

  /// The same without columns that can only be learned: sets of labels.
  package var withoutLabels: RowStream {
    var stream = self
    stream.header = header.columns { if case .labels = $0.cells { false } else { true } }
    return stream
  }

  /// The SHA-256, in 64 hexadecimal digits, of the files' names and of their bytes as they are stored.
  ///
  /// - Complexity: O(bytes).
  package func contentDigest() throws(DataSourceError) -> String {
    var digest = SHA256()
    for file in files {
      let content = try RowFile.reading { () throws(StoredContentError) in
        try file.content.storedDigest()
      }
      digest.update(Array("\(file.content.name)\n\(content)\n".utf8))
    }
    return digest.digits()
  }

  /// How many rows there are.
  package var rowCount: Int { targets.rowCount }

  /// Calls `body` with rows, some at a time and in order.
  ///
  /// - Parameter rows: Those wanted, ascending; nil for all.
  /// - Throws: ``DataSourceError``: what the readers found, or
  ///   ``DataSourceError/changed(path:expected:found:)``; and what `body` throws.
  package func forEachPiece(
    of rows: [Int32]? = nil, _ body: (RawRows) throws -> Void
  ) throws {
    var (count, wanted) = (0, rows?[...])
    for file in files {
      let pieces = try file.pieces()
      while let piece = try pieces.next(byteLimit: pieceByteCount) {
        let range = count..<(count + piece.rowCount)
        count = range.upperBound
        guard count <= rowCount else { break }
        let whole = piece.ofKinds(header)
        guard let rest = wanted else {
          try body(whole)
          continue
        }
        let here = rest.prefix { $0 < range.upperBound }
        wanted = rest.dropFirst(here.count)
        if here.isEmpty { continue }
        try body(whole.subset(rows: here.map { $0 - Int32(range.lowerBound) }))
      }
    }
    guard count == rowCount else {
      throw DataSourceError.changed(path: name, expected: rowCount, found: count)
    }
  }
}

extension RawRows {
  /// The columns that the whole has, in its order, with numbers as words where it has words.
  fileprivate func ofKinds(_ header: Table) -> RawRows {
    let columns = header.columns.compactMap { wanted -> TableColumn? in
      guard let column = table.column(named: wanted.name), case .words = wanted.cells else {
        return table.column(named: wanted.name)
      }
      return TableColumn(name: column.name, cells: column.cells.asWords)
    }
    return RawRows(
      table: Table(name: table.name, columns: columns, lines: table.lines), vectors: vectors)
  }
}
