// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierFiles

@Suite struct MappedFileTests {
  @Test(arguments: [0, 1, 4_095, 4_096, 4_097])
  func bytesAreTheFiles(count: Int) throws {
    let scratch = try ScratchFolder()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let file = try MappedFile(path: scratch.write(bytes, "a"), doing: "testing")
    #expect(file.count == count)
    #expect(Array(file.bytes) == bytes)
  }

  @Test func aMissingFileIsNotFound() throws {
    let scratch = try ScratchFolder()
    try scratch.write([], "file")
    for name in ["absent", "file/below", "absent/below"] {
      let path = scratch.file(name)
      #expect(throws: FileError.notFound(path: path, doing: "testing")) {
        try MappedFile(path: path, doing: "testing")
      }
    }
    #expect(
      FileError.notFound(path: "a\nb", doing: "reading labels").description
        == "reading labels: 'a\\nb' does not exist; check the path")
  }

  @Test func foldersAndDevicesAreNoFiles() throws {
    let scratch = try ScratchFolder()
    for path in [scratch.path, "/dev/null"] {
      #expect(throws: FileError.notAFile(path: path, doing: "testing")) {
        try MappedFile(path: path, doing: "testing")
      }
    }
  }
}
