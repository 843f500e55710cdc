// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension RawRows {
  /// The rows of several files one after another, their columns found by their names.
  ///
  /// A column of numbers in one file and of words in another is one of words. Of numbered features there
  /// are as many as in the file that has most.
  ///
  /// - Throws: ``SchemaError/missingColumn(table:column:nearest:)`` where not all files have the same
  ///   columns, ``SchemaError/wrongColumn(table:column:expected:found:)`` where they are of kinds that do
  ///   not go together.
  /// - Precondition: There is a file; all have numbered features of one base, or none has.
  init(concatenating parts: [RawRows], name: String) throws(SchemaError) {
    let tables = parts.map(\.table)
    for table in tables.dropFirst() {
      for column in table.columns { _ = try tables[0].cells(named: column.name) }
    }
    var columns: [TableColumn] = []
    for column in tables[0].columns {
      var cells: [TableColumn.Cells] = []
      for table in tables { cells.append(try table.cells(named: column.name)) }
      columns.append(
        TableColumn(
          name: column.name,
          cells: try Self.concatenated(cells, of: column.name, tables: tables.map(\.name))))
    }
    let vectors = parts.compactMap(\.vectors)
    self.init(
      table: Table(name: name, columns: columns, lines: tables.flatMap(\.lines)),
      vectors: vectors.first.map { first in
        IndexedRows(
          features: SparseMatrix(concatenating: vectors.map(\.features)),
          indexBase: first.indexBase)
      })
  }

  private static func concatenated(
    _ parts: [TableColumn.Cells], of column: String, tables: [String]
  ) throws(SchemaError) -> TableColumn.Cells {
    let numbers = parts.compactMap { if case .numbers(let all) = $0 { all } else { nil } }
    if numbers.count == parts.count { return .numbers(numbers.flatMap { $0 }) }
    let texts = parts.compactMap { if case .texts(let all) = $0 { all } else { nil } }
    if texts.count == parts.count { return .texts(texts.flatMap { $0 }) }
    var known = WordNumbers()
    var (codes, sets) = ([Int32](), [[Int32]]())
    for (part, table) in zip(parts, tables) {
      switch part.asWords {
      case .words(let own, let words) where sets.isEmpty:
        let numbers = known.numbers(of: words)
        codes += own.map { $0 < 0 ? -1 : numbers[Int($0)] }
      case .labels(let own, let labels) where codes.isEmpty:
        let numbers = known.numbers(of: labels)
        sets += (0..<own.count).map { row in own[row].map { numbers[Int($0)] } }
      default:
        throw .wrongColumn(
          table: table, column: column, expected: parts[0].kind, found: part.kind)
      }
    }
    return sets.isEmpty
      ? .words(codes: codes, words: known.words) : .labels(ClassSets(sets), known.words)
  }
}

/// Words of several files, numbered in the order in which they first appear.
private struct WordNumbers {
  private(set) var words: [String] = []
  private var numbers: [String: Int32] = [:]

  mutating func numbers(of new: [String]) -> [Int32] {
    new.map { word in
      if let number = numbers[word] { return number }
      let number = Int32(words.count)
      words.append(word)
      numbers[word] = number
      return number
    }
  }
}

extension SparseMatrix {
  /// The rows of all parts; the widest says how many columns there are.
  fileprivate init(concatenating parts: [SparseMatrix]) {
    var builder = Builder()
    for part in parts {
      for row in 0..<part.rowCount { builder.addRow(row, of: part) }
    }
    self = builder.matrix(columnCount: parts.map(\.columnCount).max() ?? 0)
  }
}
