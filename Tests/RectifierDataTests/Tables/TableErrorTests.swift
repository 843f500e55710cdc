// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct TableErrorTests {
  /// Every fault, and its message behind "reading 't.csv': ".
  @Test(arguments: [
    ("", "expected rows of separated values, found nothing; get the file again"),
    ("\n\r\n", "expected rows of separated values, found nothing; get the file again"),
    (
      "a,b\n",
      "expected rows below the names of the columns, found none; say that there is no header if the "
        + "first line is a row"
    ),
    (
      "a,b\n1,2\n\n1,2,3\n",
      "line 4: expected 2 fields as in the first row, found 3; check the separator, and quote fields "
        + "that hold it"
    ),
    (
      "a,b\n1\n",
      "line 2: expected 2 fields as in the first row, found 1; check the separator, and quote fields "
        + "that hold it"
    ),
    (
      "a,b\n1,\"2\n3,4\n",
      "line 2, byte 6: expected an end of the quote that opens here, found the end of the file; close "
        + "it, or write it twice within quotes"
    ),
    (
      "a,b\n1,\"x\ny\"z\"\n",
      "line 3, byte 11: expected a separator or the line's end after a closing quote, found "
        + "\"z\\\"\"; write quotes within quotes twice"
    ),
    (
      "a,b\n1,2\u{0}\n",
      "line 2, byte 7: expected text, found a byte of value 0; get the file again"
    ),
    (
      "a,b\n1,\"\u{0}\"\n",
      "line 2, byte 7: expected text, found a byte of value 0; get the file again"
    ),
    (
      "a,b,a\n1,2,3\n",
      "expected different names of columns, found \"a\" as columns 1 and 3; rename one, or say that "
        + "there is no header"
    ),
    (
      "a,b\n1,2\n3,inf\n",
      "line 3, column \"b\": expected a number of at most 3.4e38, found \"inf\"; correct it, or count "
        + "it among what is missing"
    ),
    (
      "a,b\n1,2\n3,-1e99\n",
      "line 3, column \"b\": expected a number of at most 3.4e38, found \"-1e99\"; correct it, or "
        + "count it among what is missing"
    ),
    (
      "a,b\n1,2\n3,-NaN\n",
      "line 3, column \"b\": expected a number of at most 3.4e38, found \"-NaN\"; correct it, or count "
        + "it among what is missing"
    ),
  ])
  func faultsAreNamed(text: String, message: String) {
    let error = #expect(throws: TableError.self) { try TableText.table(text) }
    #expect(error?.description == "reading 't.csv': " + message)
  }

  @Test func bytesThatAreNotUTF8AreNamed() {
    let bytes = Array("a,b\né,\"x\n".utf8) + [0xE9, 0x22, 0x0A]
    #expect(throws: TableError.invalidUTF8(path: "t.csv", line: 3, byte: 10, found: 0xE9)) {
      try TableText.table(bytes)
    }
    let error = #expect(throws: TableError.self) { try TableText.table([0xFF, 0xFE, 0x61, 0]) }
    #expect(
      error?.description
        == "reading 't.csv': expected UTF-8, found UTF-16; convert it with iconv -f UTF-16 -t UTF-8"
    )
    let cut = #expect(throws: TableError.self) { try TableText.table([0x61, 0x0A, 0xC3]) }
    #expect(
      cut?.description
        == "reading 't.csv': line 2, byte 2: expected UTF-8, found byte 0xc3 out of place; convert the "
        + "file, or have such bytes replaced")
  }

  @Test(arguments: [
    (
      ["prise"], [], [],
      "expected a column \"prise\", found none of that name; is \"price\" meant?"
    ),
    (
      ["zzzzzz"], [], [],
      "expected a column \"zzzzzz\", found none of that name; there are \"price\", \"name\""
    ),
    (
      ["price"], ["price"], [],
      "column \"price\": expected one use of it, found it named as categorical and as numeric; leave "
        + "one out"
    ),
    ([], [], ["price", "name"], "expected a column to be used, found all ignored; ignore fewer"),
    (
      ["name"], [], [],
      "line 2, column \"name\": expected a number, found \"x\"; correct it, or count it among what is "
        + "missing"
    ),
  ])
  func uselessOptionsAreNamed(
    numeric: [String], categorical: [String], ignored: [String], message: String
  ) {
    let error = #expect(throws: TableError.self) {
      try TableText.table("price,name\n1,x\n2,y\n") { options in
        options.numeric = numeric
        options.categorical = categorical
        options.ignored = ignored
      }
    }
    #expect(error?.description == "reading 't.csv': " + message)
  }

  @Test(arguments: [500, 1500])
  func aWordAmongManyNumbersIsAMistake(row: Int) throws {
    let rows = (0..<2000).map { $0 == row ? "1o7\n" : "\($0)\n" }.joined()
    let error = #expect(throws: TableError.self) { try TableText.table("a\n" + rows) }
    #expect(
      error?.description
        == "reading 't.csv': line \(row + 2), column \"a\": expected a number beside 1999 others, "
        + "found \"1o7\"; correct it, count it among what is missing, or make the column categorical"
    )
    let asked = try TableText.table("a\n" + rows) { $0.categorical = ["a"] }
    #expect(asked.words("a")[row] == "1o7")
    let missing = try TableText.table("a\n" + rows) { $0.missing = ["1o7"] }
    #expect(missing.numbers("a")[row].isNaN)
  }

  @Test func filesThatAreNotThereAreMissingInput() {
    let error = #expect(throws: TableError.self) {
      try Table(reading: ContentSource(path: "nowhere/t.csv"))
    }
    #expect(error?.isMissingInput == true)
    #expect(
      error?.description == "reading a table: 'nowhere/t.csv' does not exist; check the path")
  }
}
