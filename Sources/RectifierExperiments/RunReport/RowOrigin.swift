// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

/// Where rows of a data set stand in the files that they were encoded from.
package struct RowOrigin: Sendable {
  let source: DataSource
  /// The number of each row among those of the source; nil where these are all of them, in order.
  let numbers: [Int32]?

  init(source: DataSource, numbers: [Int32]? = nil) {
    self.source = source
    self.numbers = numbers
  }

  /// Some of the rows as they stand in the files, without what is learned: one pass over these,
  /// whatever their size.
  ///
  /// - Parameters:
  ///   - rows: Numbers of rows of the data set, in any order, each once.
  ///   - encoding: How the data set's features came out of them.
  /// - Throws: `DataSourceError`, as reading the rows does.
  func fields(
    of rows: [Int], encoding: RowEncoding?, _ options: RowOptions
  ) throws -> RowFields {
    let places = rows.map { numbers?[$0] ?? Int32($0) }
    let stream = try source.rowStream(options, encoding: encoding, target: nil)
    var found: [[String]] = []
    var columns: [String] = []
    try stream.forEachPiece(of: places.sorted()) { piece in
      let piece = RawRows(
        table: piece.table.columns { $0.name != encoding?.target?.name }, vectors: piece.vectors)
      columns = RowFields.columns(of: piece)
      found += (0..<piece.rowCount).map { RowFields.texts(ofRow: $0, of: piece) }
    }
    let order = places.indices.sorted { places[$0] < places[$1] }
    var texts = [[String]](repeating: [], count: places.count)
    for (place, text) in zip(order, found) { texts[place] = text }
    return RowFields(columns: columns, rows: texts)
  }
}
