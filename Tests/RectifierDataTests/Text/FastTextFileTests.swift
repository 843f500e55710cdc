// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct FastTextFileTests {
  private struct Row: Equatable {
    let labels: [String]
    let text: String
    let line: Int
  }

  private func read(_ text: String) throws -> [Row] {
    try read(Array(text.utf8))
  }

  private func read(_ bytes: [UInt8]) throws -> [Row] {
    let table = try FastTextFile.read(ContentSource(bytes: bytes, name: "x.txt"))
    #expect(table.columns.map(\.name) == ["label", "text"])
    guard case .labels(let sets, let labels) = table.columns[0].cells,
      case .texts(let texts) = table.columns[1].cells
    else { return [] }
    return texts.indices.map { row in
      Row(
        labels: sets[row].map { labels[Int($0)] }, text: texts[row], line: table.line(ofRow: row))
    }
  }

  @Test func labelsAreTakenFromTheText() throws {
    #expect(
      try read("__label__good what  a meal\n\n \t\n__label__bad __label__dear no\nplain\n") == [
        Row(labels: ["good"], text: "what a meal", line: 1),
        Row(labels: ["bad", "dear"], text: "no", line: 4),
        Row(labels: [], text: "plain", line: 5),
      ])
  }

  @Test func labelsMayStandAnywhereAndRepeat() throws {
    #expect(
      try read("so __label__b it\r\n__label__a __label__b __label__a\n__label__é x__label__y") == [
        Row(labels: ["b"], text: "so it", line: 1),
        Row(labels: ["b", "a"], text: "", line: 2),
        Row(labels: ["é"], text: "x__label__y", line: 3),
      ])
  }

  @Test func aLabelNeedsAName() {
    let error = #expect(throws: TextFileError.self) { try read("__label__a b\nc __label__ d\n") }
    #expect(error == .emptyLabel(path: "x.txt", line: 2, byte: 15))
    #expect(
      error?.description
        == "reading 'x.txt': line 2, byte 15: expected a label as in __label__good, found nothing "
        + "behind __label__; name the label")
  }

  @Test func linesWithoutAnythingAreNoRows() {
    for text in ["", "\n", " \n\t\r\n"] {
      let error = #expect(throws: TextFileError.self) { try read(text) }
      #expect(error == .noTexts(path: "x.txt"))
    }
  }

  @Test func everyTruncationIsShorterOrAnError() throws {
    let text = Array("__label__a one é\n__label__b two\n".utf8)
    let whole = try read(text)
    for count in 0..<text.count {
      guard let rows = try? read(Array(text[..<count])) else { continue }
      #expect(rows.count <= whole.count)
      #expect(rows.dropLast() == whole.prefix(rows.count - 1))
    }
    #expect(throws: TextFileError.self) { try read(Array(text[..<9])) }
    #expect(throws: TextFileError.self) { try read(Array(text[..<16])) }
    #expect(try read(Array(text[..<15])) == [Row(labels: ["a"], text: "one", line: 1)])
  }

  @Test func theFormatIsRecognisedByItsFirstPiece() {
    #expect(FastTextFile.isLikely(firstLine: " __label__a b".utf8))
    #expect(!FastTextFile.isLikely(firstLine: "a __label__b".utf8))
    #expect(!FastTextFile.isLikely(firstLine: "".utf8))
  }
}
