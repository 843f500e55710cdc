// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Fits a schema to rows that come some at a time: passes over all of them until no other is needed.
struct SchemaFitting {
  private let name: String
  private let target: SchemaTarget?
  private let options: SchemaOptions
  /// One a column that is not learned; nil before the first rows.
  private var columns: [ColumnFitting]?

  /// - Parameters:
  ///   - name: What messages call the rows.
  ///   - target: What is learned, fitted already.
  init(name: String, target: SchemaTarget?, options: SchemaOptions) {
    self.name = name
    self.target = target
    self.options = options
  }

  /// Adds rows to those of the pass.
  ///
  /// - Throws: ``SchemaError``: a column that cannot become features.
  /// - Precondition: All rows have the same columns, each of one kind, in the same order.
  mutating func add(_ table: Table) throws(SchemaError) {
    if table.rowCount == 0 { return }
    let features = table.columns.filter { $0.name != target?.name }
    if columns == nil {
      var fittings: [ColumnFitting] = []
      for column in features {
        fittings.append(try ColumnFitting(column, of: name, options: options))
      }
      columns = fittings
    }
    for (index, column) in features.enumerated() { columns?[index].add(column.cells) }
  }

  /// Ends a pass over all rows.
  ///
  /// - Returns: Whether they are needed once more.
  mutating func endPass() -> Bool {
    var needsMore = false
    for index in columns?.indices ?? 0..<0 where columns?[index].endPass() == true {
      needsMore = true
    }
    return needsMore
  }

  /// The schema.
  ///
  /// - Throws: ``SchemaError``: no rows, no column besides the target, or what is wrong with one.
  func schema() throws(SchemaError) -> Schema {
    guard let columns else { throw .noRows(table: name) }
    if columns.isEmpty { throw .noFeatures(table: name) }
    var fitted: [SchemaColumn] = []
    for column in columns { fitted.append(try column.column(of: name)) }
    return try Schema(columns: fitted, target: target)
  }
}
