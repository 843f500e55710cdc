// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// The rows of a file before anything is fitted to them.
public struct RawRows: Sendable {
  /// The columns as they are; of a form that has numbered features, the target alone.
  public let table: Table
  /// The numbered features, where the form has them.
  public let vectors: IndexedRows?

  /// Features by their numbers, and from which number on they count.
  public struct IndexedRows: Sendable {
    /// One row a row of the table.
    public let features: SparseMatrix
    /// The number of the first feature: 0 or 1.
    public let indexBase: Int

    /// - Precondition: The base is 0 or 1.
    public init(features: SparseMatrix, indexBase: Int) {
      guard indexBase == 0 || indexBase == 1 else { fatalError("indexed rows: base \(indexBase)") }
      self.features = features
      self.indexBase = indexBase
    }
  }

  /// - Precondition: Both count the same rows.
  public init(table: Table, vectors: IndexedRows? = nil) {
    if let vectors, vectors.features.rowCount != table.rowCount {
      fatalError(
        "raw rows: \(table.rowCount) targets for \(vectors.features.rowCount) rows of features")
    }
    self.table = table
    self.vectors = vectors
  }

  /// What messages call the rows.
  public var name: String { table.name }

  /// How many there are.
  public var rowCount: Int { table.rowCount }

  /// The rows named, in that order; numbered features are shared with the whole, columns are copied.
  public func subset(rows: [Int32]) -> RawRows {
    RawRows(
      table: table.subset(rows: rows),
      vectors: vectors.map {
        IndexedRows(features: $0.features.subset(rows: rows), indexBase: $0.indexBase)
      })
  }
}
