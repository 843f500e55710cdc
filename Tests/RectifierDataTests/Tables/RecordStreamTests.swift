// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct RecordStreamTests {
  private func records(
    _ bytes: [UInt8], chunkByteCount: Int, separator: UInt8 = 0x2C
  ) throws(TableError) -> [[String]] {
    var options = TableOptions()
    options.separator = separator
    let stream = try RecordStream(
      TableText.source(bytes), options: options, chunkByteCount: chunkByteCount)
    var records: [[String]] = []
    while try stream.next() {
      records.append(stream.fields.map(stream.text))
    }
    return records
  }

  /// Fields of everything that can trip a reader.
  private static func drawnRecords(_ random: inout RandomStream, count: Int) -> [[String]] {
    let pieces = ["a", "é", "𝄞", ",", "\"", "\n", "\r", "\r\n", " ", "1", "-2.5", "\t", ";", "NA"]
    return (0..<count).map { _ in
      (0..<3).map { _ in
        (0..<random.integer(below: 7)).map { _ in pieces[random.integer(below: pieces.count)] }
          .joined()
      }
    }
  }

  /// Quotes what has to be quoted, and some of the rest; ends lines in any way.
  private static func written(_ records: [[String]], _ random: inout RandomStream) -> String {
    records.map { record in
      let fields = record.map { field in
        let mustBeQuoted = field.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        return mustBeQuoted || random.integer(below: 3) == 0
          ? "\""
            + field.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
          : field
      }
      return fields.joined(separator: ",") + ["\n", "\r\n", "\r"][random.integer(below: 3)]
    }.joined()
  }

  @Test func whatIsWrittenIsReadInAnyChunks() throws {
    var random = Seed(1).stream("records")
    for chunkByteCount in [1, 2, 3, 5, 64, 1 << 18] {
      let records = Self.drawnRecords(&random, count: 1500)
      let bytes = Array(Self.written(records, &random).utf8)
      #expect(bytes.count > 1 << 13)
      // Records of three empty fields without quotes are kept: their separators are there.
      #expect(try self.records(bytes, chunkByteCount: chunkByteCount) == records)
    }
  }

  /// A file that is cut off is a shorter one, or its last quote is open.
  @Test func everyTruncationIsAnErrorOrShorter() throws {
    var random = Seed(2).stream("records")
    let records = Self.drawnRecords(&random, count: 60)
    let bytes = Array(Self.written(records, &random).utf8)
    var openQuotes = 0
    for count in bytes.indices {
      do throws(TableError) {
        let found = try self.records(Array(bytes[..<count]), chunkByteCount: 7)
        #expect(found.count <= records.count)
        #expect(found.dropLast() == records.prefix(max(found.count - 1, 0)))
      } catch {
        switch error {
        case .openQuote: openQuotes += 1
        case .invalidUTF8: break
        default: Issue.record("\(error)")
        }
      }
    }
    #expect(openQuotes > 100)
    let packed = Compression.gzip(bytes)
    for count in 2..<packed.count {
      let expected = TableError.content(.gzip(.truncated(path: TableText.name, offset: count)))
      #expect(throws: expected) {
        try self.records(Array(packed[..<count]), chunkByteCount: 1 << 18)
      }
    }
  }

  @Test func aRowHasALimit() {
    let long = [UInt8](repeating: 0x61, count: RecordStream.recordByteLimit + (1 << 19))
    #expect(throws: TableError.longRow(path: TableText.name, line: 2)) {
      try self.records(Array("a\n".utf8) + long, chunkByteCount: 1 << 18)
    }
    #expect(throws: TableError.longRow(path: TableText.name, line: 1)) {
      try self.records([0x22] + long, chunkByteCount: 1 << 18)
    }
    let wide = [UInt8](repeating: 0x2C, count: RecordScanner.fieldLimit)
    #expect(throws: TableError.tooManyColumns(path: TableText.name, line: 1)) {
      try self.records(wide, chunkByteCount: 1 << 18)
    }
  }

  /// Damage of any kind ends in an error or in another table.
  @Test func drawnBytesNeverTrap() throws {
    var random = Seed(3).stream("bytes")
    let letters = Array("a1,\"\n\r\u{0}é.e-\t".utf8) + [0xFF]
    for _ in 0..<3000 {
      let bytes = (0..<random.integer(below: 60)).map { _ in
        letters[random.integer(below: letters.count)]
      }
      let whole = try? records(bytes, chunkByteCount: 1 << 18)
      let again = try? records(bytes, chunkByteCount: 1)
      #expect(again == whole)
      var options = TableOptions()
      options.replacesInvalidUTF8 = true
      _ = try? Table(reading: TableText.source(bytes), options: options)
    }
  }
}
