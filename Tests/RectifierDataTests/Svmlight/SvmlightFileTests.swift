// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct SvmlightFileTests {
  private func read(
    _ text: String, base: SvmlightOptions.IndexBase = .automatic, count: Int? = nil
  ) throws -> SvmlightFile {
    try SvmlightFile(
      reading: ContentSource(bytes: Array(text.utf8), name: "x.svm"),
      options: SvmlightOptions(indexBase: base, featureCount: count))
  }

  private func matrix(_ rows: [[Float]]) -> SparseMatrix { SparseMatrix(Matrix(rows: rows)) }

  @Test func rowsAreReadWithTheirLabels() throws {
    let file = try read("# made up\n1 1:0.5 3:-2\r\n\n-1\t2:1e3 # c\n+1 qid:3 1:4#x\n \t\n0 3:0")
    #expect(file.features == matrix([[0.5, 0, -2], [0, 1000, 0], [4, 0, 0], [0, 0, 0]]))
    #expect(file.targets.columns == [TableColumn(name: "label", cells: .numbers([1, -1, 1, 0]))])
    #expect((0..<4).map(file.targets.line) == [2, 4, 5, 7])
    #expect(file.targets.name == "x.svm")
  }

  @Test func anIndexZeroAnywhereMeansThatIndicesBeginThere() throws {
    let one = try read("1 1:1\n2 3:1\n")
    #expect(one.indexBase == .one)
    #expect(one.features == matrix([[1, 0, 0], [0, 0, 1]]))
    let zero = try read("1 1:1\n2 0:1 3:1\n")
    #expect(zero.indexBase == .zero)
    #expect(zero.features == matrix([[0, 1, 0, 0], [1, 0, 0, 1]]))
    // An entry of value zero counts.
    #expect(try read("1 1:1\n2 0:0\n").indexBase == .zero)
    #expect(try read("1 1:1\n", base: .zero).features == matrix([[0, 1]]))
  }

  @Test func furtherFilesHaveTheColumnsOfTheFirst() throws {
    let options = SvmlightOptions(try read("1 0:1 3:1\n").encoding(nil))
    #expect(options == SvmlightOptions(indexBase: .zero, featureCount: 4))
    #expect(try read("1 1:1\n", base: .zero, count: 4).features == matrix([[0, 1, 0, 0]]))
    #expect(try read("1\n", base: .one, count: 2).features == matrix([[0, 0]]))
    let first = try read("1,2 1:1\n3 1:1\n")
    let sets = SvmlightOptions(first.encoding(try first.target()))
    #expect(sets.hasLabelSets)
    let further = try SvmlightFile(
      reading: ContentSource(bytes: Array("2 1:1\n".utf8), name: "y"), options: sets)
    #expect(further.targets.columns[0].cells == .labels(ClassSets([[0]]), ["2"]))
  }

  @Test func severalLabelsAreSets() throws {
    let cells = try read("10,2 1:1\n2 1:1\n-1,2,2 1:1\n").targets.columns[0].cells
    #expect(cells == .labels(ClassSets([[2, 1], [1], [0, 1]]), ["-1", "2", "10"]))
  }

  /// Denormal values become zero, as do those too small for any `Float`; −0 is no entry.
  @Test func smallValuesBecomeZero() throws {
    #expect(
      try read("1 1:1e-40 2:1e-60 3:-0.0 4:1.1754944e-38").features
        == matrix([[0, 0, 0, 1.175_494_4e-38]]))
    #expect(try read("-0 1:1").targets.columns[0].cells == .numbers([0]))
  }

  @Test(arguments: [
    ("", "reading 'x.svm': expected rows as in '1 1:0.5 3:2', found none; get the file again"),
    ("# c\n", "found none; get the file again"),
    ("1\n2\n", "expected a row with an entry as in '3:2', found none; check the file"),
    (" 1:1", "line 1, byte 0: expected a label, found nothing; give each row a label"),
    ("1 1:1\n1, 1:1", "line 2, byte 8: expected a label, found nothing"),
    (",1 1:1", "byte 0: expected a label"), ("1,,2 1:1", "byte 2: expected a label"),
    ("1:2 3:4", "byte 0: expected a number as label, found \"1:2\"; correct the line"),
    ("x 1:1", "byte 0: expected a number as label, found \"x\""),
    ("nan 1:1", "expected a number as label, found \"nan\""),
    ("1e39 1:1", "expected a number as label, found \"1e39\""),
    ("1.5,2 1:1", "expected whole numbers where there are several labels, found \"1.5\""),
    ("1 qid:x 1:1", "byte 2: expected a whole number behind qid:, found \"qid:x\""),
    ("1 qid: 1:1", "byte 2: expected a whole number behind qid:, found \"qid:\""),
    ("1 1:2 qid:3", "byte 6: expected at most one qid, right behind the label, found \"qid:3\""),
    ("1 qid:1 qid:2", "byte 8: expected at most one qid"),
    ("1 1", "byte 2: expected an entry as in '3:2', found \"1\""),
    ("1 1: 2", "byte 2: expected a value behind the colon, found \"1:\""),
    ("1 :1", "byte 2: expected a whole number from 0 on as index, found \":1\""),
    ("1 a:1", "expected a whole number from 0 on as index, found \"a\""),
    ("1 -1:1", "expected a whole number from 0 on as index, found \"-1\""),
    ("1 0x1:1", "expected a whole number from 0 on as index, found \"0x1\""),
    ("1 2147483648:1", "expected an index of at most 2147483647, found \"2147483648\""),
    ("1 99999999999999999999999:1", "expected an index of at most 2147483647, found \"999999"),
    ("1 2:1 1:1", "byte 6: expected an index above 2, found \"1\"; sort each row's entries"),
    ("1 2:1 2:1", "byte 6: expected each index once, found \"2\"; leave one out"),
    ("1 1:x", "byte 4: expected a number behind the colon, found \"x\""),
    ("1 1:1:1", "byte 4: expected a number behind the colon, found \"1:1\""),
    ("1 1:1\u{0}", "expected a number behind the colon, found \"1\\u0000\""),
    ("1 1:nan", "byte 4: expected a number of at most 3.4e38, found \"nan\""),
    ("1 1:-Infinity", "expected a number of at most 3.4e38, found \"-Infinity\""),
    ("1 1:1e39", "expected a number of at most 3.4e38, found \"1e39\""),
  ])
  func aFaultIsPlaced(text: String, message: String) {
    let error = #expect(throws: SvmlightError.self) { try read(text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func aZeroWhereIndicesBeginWithOneNamesTheWayOut() {
    let error = #expect(throws: SvmlightError.self) { try read("1 1:1\n2 0:1 3:1", base: .one) }
    #expect(error == .fault(.zeroIndex, path: "x.svm", line: 2, byte: 8, found: "0"))
    #expect(
      error?.description
        == "reading 'x.svm': line 2, byte 8: expected indices from 1 on, found \"0\"; where the "
        + "first feature is called 0, give --index-base 0")
  }

  @Test func indicesBeyondTheCountAreRefused() throws {
    let beyond = #expect(throws: SvmlightError.self) { try read("1 3:1", base: .zero, count: 3) }
    #expect(
      beyond?.description.contains("expected an index of at most 2 (3 features from 0 on)") == true)
    #expect(throws: SvmlightError.self) { try read("1 4:1", base: .one, count: 3) }
    #expect(throws: SvmlightError.self) { try read("1 4:1", count: 3) }
    // Whether the last index is allowed depends on what comes later.
    #expect(try read("1 3:1\n1 1:1", count: 3).features.columnCount == 3)
    let later = #expect(throws: SvmlightError.self) { try read("1 3:1\n1 0:1", count: 3) }
    #expect(
      later
        == .fault(
          .indexBeyondCount(featureCount: 3, base: .zero), path: "x.svm", line: 1, byte: 2,
          found: "3"))
  }

  @Test func everyTruncationIsShorterOrAnError() throws {
    let text = "1,2 qid:1 1:0.5 12:3e2 # c\n-1 2:1\n"
    let whole = try read(text)
    for count in 0..<text.utf8.count {
      guard let file = try? read(String(text.prefix(count))) else { continue }
      #expect(file.features.rowCount <= whole.features.rowCount)
    }
    let packed = Compression.gzip(Array(text.utf8))
    for count in 2..<packed.count {
      let source = ContentSource(bytes: Array(packed[..<count]), name: "x")
      let error = #expect(throws: SvmlightError.self) { try SvmlightFile(reading: source) }
      #expect(error == .content(.gzip(.truncated(path: "x", offset: count))))
    }
  }

  @Test func aMissingFileIsMissingInput() {
    let error = #expect(throws: SvmlightError.self) {
      try SvmlightFile(reading: ContentSource(path: "/nowhere.svm"))
    }
    #expect(error?.isMissingInput == true)
  }
}
