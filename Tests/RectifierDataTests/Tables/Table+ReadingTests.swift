// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct TableReadingTests {
  /// What RFC 4180 says, by its numbered rules, and what is decided beside it.
  @Test(arguments: [
    ("a,b\r\n1,x\r\n2,y\r\n", [["1", "2"], ["x", "y"]]),  // 1: lines
    ("a,b\n1,x\n2,y", [["1", "2"], ["x", "y"]]),  // 2: the last may lack its end
    ("a,b\r1,x\r2,y\r", [["1", "2"], ["x", "y"]]),
    ("a,b\n 1 ,x \n", [[" 1 "], ["x "]]),  // 4: spaces are part of a text
    ("\"a\",\"b\"\n\"1\",\"x\"\n", [["1"], ["x"]]),  // 5: quotes
    ("a,b\n\"1\n\r\n\r2\",\"x,y\"\n", [["1\n\r\n\r2"], ["x,y"]]),  // 6: with line breaks, commas
    ("a,b\n\"\"\"1\"\"\",\"x\"\"y\"\n", [["\"1\""], ["x\"y"]]),  // 7: quotes inside
    ("a,b\n\"\",\n", [[""], [""]]),
    ("a,b\n1\",x\"y\"z\n", [["1\""], ["x\"y\"z"]]),  // quotes that do not come first
    ("\u{FEFF}a,b\n1,x\n", [["1"], ["x"]]),
    ("\n\na,b\n\n1,x\r\n\r\n\r\n2,y\n\n", [["1", "2"], ["x", "y"]]),
    ("a,b\n,\n", [[""], [""]]),
  ])
  func fieldsAreFound(text: String, expected: [[String]]) throws {
    #expect(try TableText.texts(text, ["a", "b"]) == expected)
  }

  @Test func oneColumnHasEmptyCellsInQuotes() throws {
    #expect(try TableText.texts("a\n\"\"\n\nx\n", ["a"]) == [["", "x"]])
  }

  @Test func kindsAreDetected() throws {
    let table = try TableText.table(
      "n,w,empty,mixed\n1, red ,,1\n-2.5e1,NA,?,x\n?,blue,NA,3\n\" 7\",\" red \",nan,4\n")
    #expect(table.name == "t.csv")
    #expect(table.rowCount == 4)
    #expect(table.words("n") == ["1", "-2.5e1", nil, " 7"])
    #expect(table.words("w") == ["red", nil, "blue", " red "])
    #expect(table.words("mixed") == ["1", "x", "3", "4"])
    let empty = table.numbers("empty")
    #expect(empty.count == 4 && empty.allSatisfy(\.isNaN))
    let numbers = try TableText.table("n,m\n 1 ,2\n\"-2.5e1\",NA\n?,4\n")
    #expect(numbers.numbers("n").prefix(2) == [1, -25])
    #expect(numbers.numbers("n")[2].isNaN && numbers.numbers("m")[1].isNaN)
  }

  @Test func usesCanBeNamed() throws {
    let text = "id,code,note,x\na1,7,3,1\na2,7,4,2\n"
    let table = try TableText.table(text) { options in
      (options.ignored, options.categorical) = (["id"], ["code"])
      (options.texts, options.numeric) = (["note"], ["x"])
    }
    #expect(table.columns.map(\.name) == ["code", "note", "x"])
    #expect(table.words("code") == ["7", "7"])
    #expect(table.column(named: "note")?.cells == .texts(["3", "4"]))
    #expect(table.numbers("x") == [1, 2])
    let lenient = try TableText.table("x\n1\n") { options in
      (options.numeric, options.mayNameAbsentColumns) = (["x", "y"], true)
    }
    #expect(lenient.columns.map(\.name) == ["x"])
  }

  @Test func missingCellsCanBeNamed() throws {
    let table = try TableText.table("a,b\n-999,none\n-999.0,x\n3,\nNA,NA\n") { options in
      options.missing = ["-999", "none"]
      options.categorical = ["a"]
    }
    // As words -999 and -999.0 differ; the empty cell is missing in any case.
    #expect(table.words("a") == [nil, "-999.0", "3", "NA"])
    #expect(table.words("b") == [nil, "x", nil, "NA"])
    let numbers = try TableText.table("a\n-999\n-999.0\n3\n") { $0.missing = ["-999"] }
    #expect(numbers.numbers("a").map(\.isNaN) == [true, true, false])
  }

  @Test func columnsWithoutHeaderHaveNumbers() throws {
    let table = try TableText.table("1,x\n2,y\n") { $0.hasHeader = false }
    #expect(table.columns.map(\.name) == ["1", "2"])
    #expect(table.numbers("1") == [1, 2])
    #expect(try TableText.table(",a\n1,2\n").columns.map(\.name) == ["1", "a"])
  }

  @Test(arguments: [
    ("t.csv", "a,b;c\n", 2), ("t.csv", "a;b;c\n", 3), ("t.csv", "a\tb\n", 2), ("t.csv", "a\n", 1),
    ("t.tsv", "a,b,c\td\n", 2), ("t.tab.gz", "a,b,c\td\n", 2), ("t.tsv", "a,b\n", 2),
    ("t.txt", "a|b|c,d\n", 3), ("t.txt", "\"a;b;c;d\",e\n", 2), ("t", "\n\na;b\n", 2),
    ("standard input", "a\tb\n", 2),
  ])
  func separatorsAreFound(name: String, header: String, count: Int) throws {
    let row = Array(repeating: "1", count: count).joined(separator: "\u{1}")
    for separator in ["\t", ",", ";", "|"] {
      let text = header + row.split(separator: "\u{1}").joined(separator: separator) + "\n"
      let source = ContentSource(bytes: Array(text.utf8), name: name)
      if let table = try? Table(reading: source) {
        #expect(table.columns.count == count)
        return
      }
    }
    Issue.record("no separator gives \(count) columns")
  }

  @Test func aSeparatorCanBeNamed() throws {
    let table = try TableText.table("a b,c\n1 2\n") { $0.separator = 0x20 }
    #expect(table.columns.map(\.name) == ["a", "b,c"])
  }

  @Test func aColumnThatTurnsOutToBeWordsIsReadAgain() throws {
    let rows = (0..<1500).map { "\($0 % 50),\($0)\n" }.joined()
    let table = try TableText.table("a,b\n" + rows + "x,7\n3,8\n")
    #expect(table.rowCount == 1502)
    #expect(table.words("a").suffix(3) == ["49", "x", "3"])
    #expect(table.numbers("b").suffix(2) == [7, 8])
  }

  @Test func invalidUTF8CanBeReplaced() throws {
    let bytes = Array("a\nx".utf8) + [0xFF] + Array("y\né\n".utf8)
    let table = try TableText.table(bytes) { $0.replacesInvalidUTF8 = true }
    #expect(table.words("a") == ["x\u{FFFD}y", "é"])
  }

  @Test func linesAreKnown() throws {
    let table = try TableText.table("\na,b\n1,\"x\r\n\r\n\"\n\n2,y\r3,z\n")
    #expect((0..<3).map(table.line(ofRow:)) == [3, 7, 8])
    let some = table.subset(rows: [2, 0])
    #expect((0..<2).map(some.line(ofRow:)) == [8, 3])
    #expect(some.numbers("a") == [3, 1])
    #expect(some.words("b") == ["z", "x\r\n\r\n"])
  }

  @Test func filesAreReadPlainAndCompressed() throws {
    let scratch = try ScratchFolder()
    let bytes = Array("a\tb\n1\tx\n2\ty\n".utf8)
    let plain = try scratch.write(bytes, "t.tsv")
    let packed = try scratch.write(Compression.gzip(bytes), "t.tsv.gz")
    for path in [plain, packed] {
      let table = try Table(reading: ContentSource(path: path))
      #expect(table.numbers("a") == [1, 2])
      #expect(table.words("b") == ["x", "y"])
    }
    let held = ContentSource(bytes: Compression.gzip(bytes), name: "standard input")
    #expect(try Table(reading: held).numbers("a") == [1, 2])
    #expect(try Table(reading: held).name == "standard input")
  }
}
