// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension SchemaTarget {
  /// What is to be learned about each row of a table.
  func targets(in table: Table) throws(SchemaError) -> Dataset.Targets {
    let cells = try table.cells(named: name)
    let column = TableColumn(name: name, cells: cells)
    if let row = column.firstMissingRow {
      throw .missingTarget(table: table.name, line: table.line(ofRow: row), column: name)
    }
    switch (kind, cells.asWords) {
    case (.reals(let mean, let deviation), _):
      guard case .numbers(let numbers) = cells else { break }
      return .reals(Matrix(rows: numbers.map { [($0 - mean) / deviation] }))
    case (.classes, .words(let codes, let words)), (.ordinal, .words(let codes, let words)):
      return .classes(try classes(codes, named: words, of: table))
    case (.classes, .labels(let sets, let labels)):
      guard (0..<sets.count).allSatisfy({ sets[$0].count == 1 }) else { break }
      return .classes(try classes(sets.classes, named: labels, of: table))
    case (.sets, .labels(let sets, let labels)):
      return .sets(try self.sets(sets, named: labels, of: table))
    default: break
    }
    throw .wrongColumn(
      table: table.name, column: name, expected: "targets as in training", found: cells.kind)
  }

  /// The class of each word; nil where no training row had it.
  private func numbers(of words: [String]) -> [Int32?] {
    let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, Int32($0)) })
    return words.map { word in
      // A class that is a number may be spelt in another way, as 3.0.
      numbers[word] ?? NumberText.number(of: word).flatMap { numbers[NumberText.text(of: $0)] }
    }
  }

  private func classes(
    _ codes: [Int32], named words: [String], of table: Table
  ) throws(SchemaError) -> [Int32] {
    let numbers = numbers(of: words)
    var classes: [Int32] = []
    classes.reserveCapacity(codes.count)
    for (row, code) in codes.enumerated() {
      guard let number = numbers[Int(code)] else {
        throw unseen(words[Int(code)], row: row, of: table)
      }
      classes.append(number)
    }
    return classes
  }

  private func sets(
    _ sets: ClassSets, named words: [String], of table: Table
  ) throws(SchemaError) -> ClassSets {
    let numbers = numbers(of: words)
    var renumbered: [[Int32]] = []
    for row in 0..<sets.count {
      var set: [Int32] = []
      for code in sets[row] {
        guard let number = numbers[Int(code)] else {
          throw unseen(words[Int(code)], row: row, of: table)
        }
        set.append(number)
      }
      renumbered.append(set)
    }
    return ClassSets(renumbered)
  }

  private func unseen(_ word: String, row: Int, of table: Table) -> SchemaError {
    .unseenClass(
      table: table.name, line: table.line(ofRow: row), column: name, found: word, known: labels)
  }
}
