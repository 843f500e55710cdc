// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

@testable import RectifierInterchange

@Suite struct ScalarFileTests {
  @Test func theChecksumOfTheStandard() {
    #expect(CRC32C.checksum(Array("123456789".utf8)) == 0xE306_9283)
    #expect(CRC32C.checksum([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
    #expect(CRC32C.checksum([]) == 0)
  }

  /// The events of a file, each record checked.
  private func events(_ bytes: [UInt8]) throws -> [[UInt8]] {
    var (events, rest) = ([[UInt8]](), bytes[...])
    func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
      bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    while !rest.isEmpty {
      let count = Int(number(rest.prefix(8)))
      try #require(rest.count >= count + 16)
      #expect(number(rest.dropFirst(8).prefix(4)) == UInt64(CRC32C.masked(Array(rest.prefix(8)))))
      let event = Array(rest.dropFirst(12).prefix(count))
      #expect(number(rest.dropFirst(12 + count).prefix(4)) == UInt64(CRC32C.masked(event)))
      events.append(event)
      rest = rest.dropFirst(16 + count)
    }
    return events
  }

  @Test func everyEventIsARecordOfItsOwn() throws {
    let folder = try ScratchFolder()
    let file = try ScalarFile(folder: folder.file("a/b"))
    try file.append([("loss/training", 0.5), ("zeroFraction/hidden.0", 0.75)], step: 3)
    // What was added is there while the file is still open.
    let name = try #require(try folder.names(in: "a/b").first)
    #expect(name.hasPrefix("events.out.tfevents.") && file.path.hasSuffix(name))
    let events = try events(folder.read("a/b/" + name))
    #expect(events.count == 2)
    #expect(events[0].suffix(15) == [0x1A, 13] + Array("brain.Event:2".utf8))
    let value: [UInt8] = [0x0A, 13] + Array("loss/training".utf8) + [0x15, 0, 0, 0, 0x3F]
    #expect(events[1][9..<11] == [0x10, 3])
    #expect(events[1].firstRange(of: [0x0A, UInt8(value.count)] + value) != nil)
  }

  @Test func aSecondProcessMakesAFileOfItsOwn() throws {
    let folder = try ScratchFolder()
    #expect(!ScalarFile.exists(in: folder.path) && !ScalarFile.exists(in: folder.file("none")))
    let first = try ScalarFile(folder: folder.path)
    let second = try ScalarFile(folder: folder.path)
    #expect(first.path != second.path)
    #expect(try folder.names().count == 2 && ScalarFile.exists(in: folder.path))
  }

  @Test func aFolderThatCannotBeIsAnError() throws {
    let folder = try ScratchFolder()
    try folder.write([1], "file")
    #expect(throws: FileError.self) { try ScalarFile(folder: folder.file("file")) }
  }
}
