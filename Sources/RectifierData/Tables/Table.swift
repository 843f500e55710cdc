// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Named columns of equal length, as they stand in a file: nothing is fitted, nothing is encoded.
///
/// A ``Schema`` that was fitted to the rows of training makes a ``Dataset`` of it.
public struct Table: Sendable {
  /// What messages call the table, as in "adult.tsv.gz".
  public let name: String
  /// The columns in the order of the file; their names differ.
  public let columns: [TableColumn]
  /// How many rows there are.
  public let rowCount: Int
  /// The line of the file on which each row begins, from 1.
  let lines: [UInt32]
  private let places: [String: Int]

  /// Columns in memory.
  ///
  /// - Parameters:
  ///   - name: What messages call the table.
  ///   - columns: All of the same length.
  ///   - lines: The line of the file on which each row begins, from 1; from nil on, row after row.
  /// - Precondition: The columns' names differ, and they and `lines` have one entry a row.
  public init(name: String, columns: [TableColumn], lines: [UInt32]? = nil) {
    let rowCount = columns.first?.cells.count ?? lines?.count ?? 0
    var places: [String: Int] = [:]
    for (index, column) in columns.enumerated() {
      guard places.updateValue(index, forKey: column.name) == nil else {
        fatalError("table: two columns are called \(column.name)")
      }
      guard column.cells.count == rowCount else {
        fatalError("table: column \(column.name) has \(column.cells.count) rows, not \(rowCount)")
      }
    }
    if let lines, lines.count != rowCount {
      fatalError("table: \(lines.count) lines for \(rowCount) rows")
    }
    self.name = name
    self.columns = columns
    self.rowCount = rowCount
    self.lines = lines ?? (0..<rowCount).map { UInt32($0 + 1) }
    self.places = places
  }

  /// The column of that name; nil where there is none.
  public func column(named name: String) -> TableColumn? {
    places[name].map { columns[$0] }
  }

  /// The line of the file on which a row begins, from 1, for messages.
  ///
  /// - Precondition: The row is there.
  public func line(ofRow row: Int) -> Int { Int(lines[row]) }

  /// The columns for which something is true; the rows stay.
  package func columns(where isWanted: (TableColumn) -> Bool) -> Table {
    Table(name: name, columns: columns.filter(isWanted), lines: lines)
  }

  /// The rows named, in that order, in new storage.
  ///
  /// - Precondition: All are there.
  public func subset(rows: [Int32], name: String? = nil) -> Table {
    for row in rows where row < 0 || Int(row) >= rowCount {
      fatalError("table: row \(row), there are \(rowCount)")
    }
    return Table(
      name: name ?? self.name, columns: columns.map { $0.subset(rows: rows) },
      lines: rows.map { lines[Int($0)] })
  }
}
