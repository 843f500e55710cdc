// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// One named column of a table.
public struct TableColumn: Equatable, Sendable {
  /// What a column holds, one cell a row.
  public enum Cells: Equatable, Sendable {
    /// Finite numbers; NaN where a cell is missing.
    case numbers([Float])
    /// For each cell which of the words it is, −1 where it is missing; the words stand in the order
    /// in which they first appear.
    case words(codes: [Int32], words: [String])
    /// Texts as they are; none is missing.
    case texts([String])
    /// Any number of labels a row, by their numbers, and the labels.
    case labels(ClassSets, [String])

    /// How many rows there are.
    public var count: Int {
      switch self {
      case .numbers(let all): all.count
      case .words(let codes, _): codes.count
      case .texts(let all): all.count
      case .labels(let sets, _): sets.count
      }
    }
  }

  /// What the file calls the column.
  public let name: String
  /// The cells.
  public let cells: Cells

  /// A column in memory.
  ///
  /// - Precondition: Numbers are finite or NaN; codes are −1 or name a word.
  public init(name: String, cells: Cells) {
    if case .words(let codes, let words) = cells {
      for code in codes where code < -1 || Int(code) >= words.count {
        fatalError("table: column \(name) has word \(code) of \(words.count)")
      }
    }
    self.name = name
    self.cells = cells
  }

  /// The rows named, in that order.
  func subset(rows: [Int32]) -> TableColumn {
    switch cells {
    case .numbers(let all):
      TableColumn(name: name, cells: .numbers(rows.map { all[Int($0)] }))
    case .words(let codes, let words):
      TableColumn(name: name, cells: .words(codes: rows.map { codes[Int($0)] }, words: words))
    case .texts(let all):
      TableColumn(name: name, cells: .texts(rows.map { all[Int($0)] }))
    case .labels(let sets, let labels):
      TableColumn(name: name, cells: .labels(sets.subset(rows: rows), labels))
    }
  }
}
