// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct AppendedFileTests {
  @Test func everyFileIsNewAndGrows() throws {
    let folder = try ScratchFolder()
    let first = try AppendedFile(in: folder.path, name: "log")
    try first.append([1, 2])
    let second = try AppendedFile(in: folder.path, name: "log")
    try second.append([3])
    try first.append([4])
    #expect(try folder.names() == ["log.0", "log.1"])
    #expect(try folder.read("log.0") == [1, 2, 4] && folder.read("log.1") == [3])
  }

  @Test func failuresAreErrors() throws {
    let folder = try ScratchFolder()
    #expect(throws: FileError.self) { try AppendedFile(in: folder.file("none"), name: "log") }
    let file = try AppendedFile(in: folder.path, name: "log")
    let (root, path) = (folder.path, file.path)
    #expect(throws: FileError.self) {
      try FaultHook.with({ $0 == .write && $1 == path ? ENOSPC : nil }) {
        try file.append([1])
      }
    }
    #expect(throws: FileError.self) {
      try FaultHook.with({ $0 == .create && $1.hasPrefix(root) ? EACCES : nil }) {
        _ = try AppendedFile(in: root, name: "other")
      }
    }
  }
}
