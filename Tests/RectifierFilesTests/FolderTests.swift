// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierFiles

@Suite struct FolderTests {
  @Test func createMakesTheFoldersAbove() throws {
    let scratch = try ScratchFolder()
    try Folder.create(scratch.file("a/b/c/"))
    #expect(Folder.exists(scratch.file("a/b/c")))
    try Folder.create(scratch.file("a/b/c"))
    #expect(try Folder.isEmpty(scratch.file("a/b/c"), doing: "testing"))
  }

  @Test func aFileInTheWayIsAnError() throws {
    let scratch = try ScratchFolder()
    try scratch.write([], "file")
    for name in ["file", "file/below"] {
      #expect(throws: FileError.self) { try Folder.create(scratch.file(name)) }
    }
    #expect(FileKind.of(scratch.file("file")) == .file)
  }

  @Test func namesAreInByteOrder() throws {
    let scratch = try ScratchFolder()
    for name in ["b", "a", "B", "10", "9", ".hidden", "ä"] { try scratch.write([], name) }
    #expect(
      try Folder.list(scratch.path, doing: "testing")
        == [".hidden", "10", "9", "B", "a", "b", "ä"])
  }

  @Test func listingWhatIsNoFolderIsAnError() throws {
    let scratch = try ScratchFolder()
    let absent = scratch.file("absent")
    #expect(throws: FileError.notFound(path: absent, doing: "testing")) {
      try Folder.list(absent, doing: "testing")
    }
    let file = try scratch.write([], "file")
    #expect(
      throws: FileError.failed(operation: "list", path: file, reason: "Not a directory")
    ) { try Folder.list(file, doing: "testing") }
  }

  @Test func whatAnInterruptedWriteLeftDoesNotCount() throws {
    let scratch = try ScratchFolder()
    try scratch.write([], ".rectifier-1-1.partial")
    #expect(try Folder.isEmpty(scratch.path, doing: "testing"))
    try scratch.write([], "run.json")
    #expect(try !Folder.isEmpty(scratch.path, doing: "testing"))
  }

  @Test func removingIsOnlyForWhatIsThere() throws {
    let scratch = try ScratchFolder()
    let file = try scratch.write([1], "file")
    try Folder.removeFile(file)
    try Folder.removeFile(file)
    let folder = try scratch.folder("folder")
    try scratch.write([1], "folder/file")
    #expect(throws: FileError.self) { try Folder.removeEmpty(folder) }
    try Folder.removeFile(folder + "/file")
    try Folder.removeEmpty(folder)
    try Folder.removeEmpty(folder)
    #expect(try scratch.names() == [])
  }
}
