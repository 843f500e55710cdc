// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Gives a file of separated values, whose columns are known, as tables of some rows each.
struct TablePieces {
  private let source: ContentSource
  private let stream: RecordStream
  private let options: TableOptions
  private let names: [String]
  private let roles: [ColumnRole]

  init(
    _ source: ContentSource, options: TableOptions, names: [String], roles: [ColumnRole]
  ) throws(TableError) {
    self.source = source
    self.options = options
    self.names = names
    self.roles = roles
    stream = try TableReading.open(source, options: options)
  }

  /// The next rows: at least one, and no further one once so many bytes have been read. Nil at the end.
  func next(byteLimit: Int) throws(TableError) -> Table? {
    var reading = TableReading(source, options: options, names: names, roles: roles)
    try reading.read(stream, byteLimit: byteLimit)
    return reading.lines.isEmpty ? nil : reading.table
  }
}
