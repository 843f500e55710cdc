// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

/// Rows of files as people read them: a text a column.
struct RowFields: Equatable, Sendable {
  var columns: [String]
  /// One text a column, in the order in which the rows were asked for.
  var rows: [[String]]

  /// As many characters of a text are shown.
  private static let textLimit = 400
  /// As many numbered features of a row are shown.
  private static let featureLimit = 24
  /// What stands for a cell that is missing.
  private static let missing = "–"

  /// The columns' names; features that have numbers are one column together.
  static func columns(of rows: RawRows) -> [String] {
    rows.vectors == nil ? rows.table.columns.map(\.name) : ["features"]
  }

  /// The cells of a row.
  static func texts(ofRow row: Int, of rows: RawRows) -> [String] {
    if let vectors = rows.vectors { return [text(ofRow: row, of: vectors)] }
    return rows.table.columns.map { text(ofRow: row, of: $0.cells) }
  }

  private static func text(ofRow row: Int, of cells: TableColumn.Cells) -> String {
    switch cells {
    case .numbers(let numbers):
      numbers[row].isNaN ? missing : NumberText.shortest(numbers[row])
    case .words(let codes, let words):
      codes[row] < 0 ? missing : shortened(words[Int(codes[row])])
    case .texts(let texts): shortened(texts[row])
    case .labels(let sets, let labels):
      sets[row].map { labels[Int($0)] }.joined(separator: " ")
    }
  }

  private static func shortened(_ text: String) -> String {
    let start = text.prefix(textLimit)
    return start.endIndex == text.endIndex ? text : start + "…"
  }

  /// `3:0.5 17:1`, the numbers as in the file.
  private static func text(ofRow row: Int, of vectors: RawRows.IndexedRows) -> String {
    vectors.features.withRow(row) { columns, values in
      let shown = columns.indices.prefix(featureLimit).map {
        "\(Int(columns[$0]) + vectors.indexBase):\(NumberText.shortest(values[$0]))"
      }
      return (shown + (columns.count > featureLimit ? ["…"] : [])).joined(separator: " ")
    }
  }
}
