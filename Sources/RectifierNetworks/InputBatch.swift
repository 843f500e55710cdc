// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// The batch that a forward pass takes in: dense rows or rows of a sparse matrix, with their active
/// lists.
///
/// Memory is taken when it is first needed: with sparse rows nothing is as long as a row is wide,
/// unless a dense kernel asks for it.
package final class InputBatch: @unchecked Sendable {
  /// Where the rows of a batch come from.
  package enum Source {
    /// From `rows`, where somebody wrote them.
    case own
    /// From memory of the same layout.
    case rows(UnsafePointer<Float>)
    /// From a matrix, the rows named.
    case sparse(SparseMatrix, RowNumbers)
  }

  package let columnCount: Int
  package let rowCapacity: Int
  /// Floats from one dense row to the next.
  package let stride: Int
  private var ownRows: AlignedBuffer<Float>?
  private var segments: ActiveLists?
  private var wholeRows: ActiveLists?
  private var listsAtHand: ActiveLists?
  /// Nil where the batch at hand is sparse and nobody has asked for more.
  private var rowsAtHand: UnsafePointer<Float>?

  /// The fraction of entries from which on sparse rows are listed in segments: about four a segment,
  /// so that samples which take turns at them are worth more than the empty ones cost.
  private static let leastDensityOfSegments = 1.0 / 16

  init(columnCount: Int, rowCapacity: Int) {
    self.columnCount = columnCount
    self.rowCapacity = rowCapacity
    stride = PanelLayout.padded(columnCount)
  }

  /// Room for dense rows of one's own.
  package var rows: UnsafeMutablePointer<Float> {
    if let ownRows { return ownRows.pointer }
    let made = AlignedBuffer<Float>(count: rowCapacity * stride)
    ownRows = made
    return made.pointer
  }

  /// The active lists of the batch at hand.
  package var lists: ActiveLists {
    guard let listsAtHand else { fatalError("input batch: lists before the first rows") }
    return listsAtHand
  }

  /// Takes a batch, and lists what is not zero.
  func take(_ source: Source, rowCount: Int, execution: Execution) {
    switch source {
    case .own: list(UnsafePointer(rows), rowCount: rowCount, execution: execution)
    case .rows(let rows): list(rows, rowCount: rowCount, execution: execution)
    case .sparse(let matrix, let numbers):
      guard numbers.count == rowCount else {
        fatalError("input batch: \(numbers.count) sparse rows for a batch of \(rowCount)")
      }
      let lists = lists(for: matrix)
      lists.fill(from: matrix, rows: numbers)
      listsAtHand = lists
      rowsAtHand = nil
    }
  }

  private func list(_ rows: UnsafePointer<Float>, rowCount: Int, execution: Execution) {
    let lists = segmentedLists()
    execution.forEachRange(of: rowCount) { _, range in
      lists.fill(
        from: rows, stride: stride, rows: range, instructionSet: execution.instructionSet)
    }
    listsAtHand = lists
    rowsAtHand = rows
  }

  /// Whether rows of a matrix are listed whole, as entries alone.
  private static func listsWhole(_ matrix: SparseMatrix) -> Bool {
    let places = Double(max(1, matrix.rowCount)) * Double(max(1, matrix.columnCount))
    return Double(matrix.entryCount) < leastDensityOfSegments * places
  }

  /// The columns of a row that a list has room for: those of entries, in the mean, where rows are listed
  /// whole, else all.
  package static func listedCount(of matrix: SparseMatrix) -> Int {
    listsWhole(matrix)
      ? (matrix.entryCount + matrix.rowCount - 1) / max(1, matrix.rowCount) : matrix.columnCount
  }

  private func lists(for matrix: SparseMatrix) -> ActiveLists {
    if !Self.listsWhole(matrix) { return segmentedLists() }
    if let wholeRows { return wholeRows }
    let made = ActiveLists(
      rowCapacity: rowCapacity, columnCount: columnCount, listsWholeRows: true)
    wholeRows = made
    return made
  }

  private func segmentedLists() -> ActiveLists {
    if let segments { return segments }
    let made = ActiveLists(rowCapacity: rowCapacity, columnCount: columnCount)
    segments = made
    return made
  }

  /// The rows of the batch at hand as dense ones, where they are; nil for a sparse batch of which
  /// nobody has asked for `denseRows`.
  package var availableRows: UnsafePointer<Float>? { rowsAtHand }

  /// The rows of the batch at hand as dense ones; of a sparse batch they are made at the first call.
  package func denseRows(rowCount: Int, execution: Execution) -> UnsafePointer<Float> {
    if let rowsAtHand { return rowsAtHand }
    let (rows, lists) = (rows, lists)
    execution.forEachRange(of: rowCount) { _, range in
      lists.spread(into: rows, stride: stride, rows: range)
    }
    rowsAtHand = UnsafePointer(rows)
    return UnsafePointer(rows)
  }
}
