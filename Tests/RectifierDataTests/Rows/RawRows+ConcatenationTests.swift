// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct RawRowsConcatenationTests {
  private func rows(_ columns: [(String, TableColumn.Cells)], name: String = "t") -> RawRows {
    RawRows(
      table: Table(name: name, columns: columns.map { TableColumn(name: $0.0, cells: $0.1) }))
  }

  @Test func wordsAreNumberedAnew() throws {
    let all = try RawRows(
      concatenating: [
        rows([("w", .words(codes: [0, -1, 1], words: ["a", "b"]))]),
        rows([("w", .words(codes: [1, 0], words: ["b", "c"]))]),
      ], name: "both")
    #expect(
      all.table.columns[0].cells == .words(codes: [0, -1, 1, 2, 1], words: ["a", "b", "c"]))
    #expect(all.name == "both" && all.vectors == nil)
  }

  @Test func numbersBesideWordsAreWords() throws {
    let all = try RawRows(
      concatenating: [
        rows([("w", .numbers([1, .nan, 2.5]))]),
        rows([("w", .words(codes: [0, 1], words: ["x", "1"]))]),
      ], name: "both")
    #expect(
      all.table.columns[0].cells == .words(codes: [0, -1, 1, 2, 0], words: ["1", "2.5", "x"]))
  }

  @Test func labelsAreNumberedAnew() throws {
    let all = try RawRows(
      concatenating: [
        rows([("l", .labels(ClassSets([[0], [0, 1]]), ["p", "q"]))]),
        rows([("l", .labels(ClassSets([[], [0, 1]]), ["r", "p"]))]),
      ], name: "both")
    #expect(
      all.table.columns[0].cells
        == .labels(ClassSets([[0], [0, 1], [], [0, 2]]), ["p", "q", "r"]))
  }

  @Test func columnsHaveToBeTheSame() {
    let one = rows([("a", .texts(["x"])), ("b", .numbers([1]))], name: "one")
    #expect(throws: SchemaError.missingColumn(table: "two", column: "b", nearest: "a")) {
      try RawRows(concatenating: [one, rows([("a", .texts(["y"]))], name: "two")], name: "both")
    }
    #expect(throws: SchemaError.missingColumn(table: "two", column: "b", nearest: "a")) {
      try RawRows(
        concatenating: [rows([("a", .texts(["y"]))], name: "two"), one], name: "both")
    }
    #expect(
      throws: SchemaError.wrongColumn(
        table: "one", column: "a", expected: "numbers", found: "texts")
    ) {
      try RawRows(
        concatenating: [
          rows([("a", .numbers([1])), ("b", .numbers([1]))], name: "two"), one,
        ], name: "both")
    }
  }
}
