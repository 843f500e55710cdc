// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A table of what was measured, a column a model.
enum AnalysisTable {
  /// A title, the models' names, and a line for each row that some model has; a model without it has
  /// `-`.
  ///
  /// - Precondition: A model has no two rows of one name.
  static func lines(_ title: String, names: [String], columns: [[AnalysisRow]]) -> [String] {
    var order: [String] = []
    for column in columns {
      // What only a later model has goes behind what it has in common with the ones before.
      var place = 0
      for row in column {
        if let known = order.firstIndex(of: row.name) {
          place = known + 1
        } else {
          order.insert(row.name, at: place)
          place += 1
        }
      }
    }
    let cells = columns.map { column in
      Dictionary(uniqueKeysWithValues: column.map { ($0.name, $0.cell) })
    }
    let rows = order.map { name in [name] + cells.map { $0[name] ?? "-" } }
    return [title] + TextTable.lines([[""] + names] + rows)
  }
}
