// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct TextLinesTests {
  private func read(_ bytes: [UInt8], replaces: Bool = false) throws -> [String] {
    let source = ContentSource(bytes: bytes, name: "x.txt")
    let table = try TextLines.read(source, replacesInvalidUTF8: replaces)
    #expect(table.columns.map(\.name) == ["text"])
    guard case .texts(let texts) = table.columns[0].cells else { return [] }
    #expect((0..<texts.count).allSatisfy { table.line(ofRow: $0) == $0 + 1 })
    return texts
  }

  @Test func everyLineIsARow() throws {
    #expect(try read(Array("one\n\n two  \r\nthree".utf8)) == ["one", "", " two  ", "three"])
    #expect(try read(Array("\u{FEFF}one\n".utf8)) == ["one"])
    #expect(try read(Compression.gzip(Array("a\nb\n".utf8))) == ["a", "b"])
    #expect(try read(Array("\n".utf8)) == [""])
  }

  @Test func brokenUTF8IsAnErrorOrReplaced() throws {
    let bytes = Array("one\ntw".utf8) + [0xC3] + Array("o\n".utf8)
    let error = #expect(throws: TextFileError.self) { try read(bytes) }
    #expect(error == .invalidUTF8(path: "x.txt", line: 2, byte: 6, found: 0xC3))
    #expect(
      error?.description
        == "reading 'x.txt': line 2, byte 6: expected UTF-8, found byte 0xc3 out of place; "
        + "convert the file, or have such bytes replaced")
    #expect(try read(bytes, replaces: true) == ["one", "tw\u{FFFD}o"])
  }

  @Test func noLineIsAnError() {
    let error = #expect(throws: TextFileError.self) { try read([]) }
    #expect(error == .noTexts(path: "x.txt"))
  }

  @Test func everyTruncationIsShorterOrAnError() throws {
    let text = Array("one é\ntwo 世界\r\nthree\n".utf8)
    for count in 1..<text.count {
      let prefix = Array(text[..<count])
      guard String(validating: prefix, as: UTF8.self) != nil else {
        #expect(throws: TextFileError.self) { try read(prefix) }
        continue
      }
      #expect(try read(prefix).count == 1 + prefix.dropLast().count { $0 == 0x0A })
    }
    let packed = Compression.gzip(text)
    for count in 2..<packed.count {
      let error = #expect(throws: TextFileError.self) { try read(Array(packed[..<count])) }
      #expect(error == .content(.gzip(.truncated(path: "x.txt", offset: count))))
    }
  }

  @Test func aMissingFileIsMissingInput() {
    let error = #expect(throws: TextFileError.self) {
      try TextLines.read(ContentSource(path: "/nowhere.txt"))
    }
    #expect(error?.isMissingInput == true)
    #expect(error?.description.hasPrefix("reading texts: '/nowhere.txt' does not exist") == true)
  }
}
