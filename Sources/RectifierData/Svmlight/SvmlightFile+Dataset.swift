// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension SvmlightFile {
  /// What the labels say, fitted to those of training rows.
  ///
  /// - Parameters:
  ///   - task: What the labels mean; found from them unless given.
  ///   - rows: The training rows; nil for all.
  /// - Throws: ``SchemaError``: labels that are all the same, or do not fit the task.
  public func target(
    task: TaskChoice = .automatic, rows: [Int32]? = nil
  ) throws(SchemaError) -> SchemaTarget {
    try SchemaTarget(
      fitting: Self.labelColumn, of: rows.map { targets.subset(rows: $0) } ?? targets, task: task)
  }

  /// The rows as a data set.
  ///
  /// - Parameter target: What the labels were fitted to; nil leaves them out.
  /// - Throws: ``SchemaError``: a label that training did not have, or of another kind.
  public func dataset(_ target: SchemaTarget?) throws(SchemaError) -> Dataset {
    try RowEncoding.indexed(encoding(target)).dataset(rows, needsTarget: target != nil).0
  }

  /// What the columns mean, for further files: `SvmlightOptions(file.encoding(target))` reads them.
  public func encoding(_ target: SchemaTarget?) -> RowEncoding.IndexedEncoding {
    RowEncoding.IndexedEncoding(
      indexBase: firstIndex, featureCount: features.columnCount, target: target)
  }

  /// The rows before anything is fitted to them.
  var rows: RawRows {
    RawRows(
      table: targets, vectors: RawRows.IndexedRows(features: features, indexBase: firstIndex))
  }

  private var firstIndex: Int { indexBase == .zero ? 0 : 1 }
}
