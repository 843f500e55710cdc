// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

@Suite struct ZipWriterTests {
  private let members: [(name: String, content: [UInt8])] = [
    ("a.npy", Array("abc".utf8)), ("é", []), ("b", [UInt8](repeating: 7, count: 1000)),
  ]

  @Test func whatIsWrittenIsRead() throws {
    let folder = try ScratchFolder()
    let bytes = ZipWriter.stored(members)
    #expect(bytes.count == ZipWriter.byteCount(members))
    let path = try folder.write(bytes, "archive")
    let archive = try ZipArchive(
      MappedFile(path: path, doing: "testing"), memberLimit: 3, byteLimit: 1003)
    #expect(archive.names == members.map(\.name))
    for (name, content) in members { #expect(try archive.content(of: name) == content) }
  }

  @Test func anArchiveOfNothingIsAnEndRecord() throws {
    #expect(ZipWriter.stored([]) == [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18))
  }
}
