// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierTestSupport
import Testing

@testable import RectifierFiles

@Suite struct AtomicFileTests {
  @Test func writesAndReplaces() throws {
    let scratch = try ScratchFolder()
    try AtomicFile.write([1, 2, 3], to: scratch.file("a"))
    #expect(try scratch.read("a") == [1, 2, 3])
    try AtomicFile.write("old text is gone", to: scratch.file("a"))
    #expect(try scratch.read("a") == Array("old text is gone".utf8))
    try AtomicFile.write([UInt8](), to: scratch.file("a"))
    #expect(try scratch.read("a").isEmpty)
    #expect(try scratch.names() == ["a"])
  }

  @Test func chunksFollowOneAnother() throws {
    let scratch = try ScratchFolder()
    let bytes: [UInt8] = Array(0..<100)
    try bytes.withUnsafeBytes { whole in
      let chunks = [0..<10, 10..<10, 10..<99, 99..<100].map {
        UnsafeRawBufferPointer(rebasing: whole[$0])
      }
      try AtomicFile.write(chunks, to: scratch.file("a"))
    }
    #expect(try scratch.read("a") == bytes)
  }

  @Test func aNameOfTheLongestLengthIsWritten() throws {
    let scratch = try ScratchFolder()
    let name = String(repeating: "n", count: 255)
    try AtomicFile.write([1], to: scratch.file(name))
    #expect(try scratch.names() == [name])
  }

  @Test(arguments: FaultHook.Step.allCases, [false, true])
  func aFaultLeavesTheOldFileOrTheNew(step: FaultHook.Step, existsBefore: Bool) throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("model")
    if existsBefore { try scratch.write([9, 9], "model") }
    let error = #expect(throws: FileError.self) {
      try FaultHook.with({ $0 == step && $1 == path ? ENOSPC : nil }) {
        try AtomicFile.write([1, 2, 3], to: path)
      }
    }
    #expect(error?.description.contains("No space left on device") == true)
    if step == .syncFolder {
      #expect(try scratch.read("model") == [1, 2, 3])
    } else if existsBefore {
      #expect(try scratch.read("model") == [9, 9])
    }
    let remains = existsBefore || step == .syncFolder
    #expect(try scratch.names() == (remains ? ["model"] : []))
  }

  @Test func theStepsComeInOrder() throws {
    final class Recorder: @unchecked Sendable { var steps: [FaultHook.Step] = [] }
    let scratch = try ScratchFolder()
    let recorder = Recorder()
    try FaultHook.with({ step, _ in
      recorder.steps.append(step)
      return nil
    }) {
      try AtomicFile.write([1], to: scratch.file("a"))
    }
    // Sync also covers closing, where late write errors of network file systems appear.
    #expect(recorder.steps == [.create, .write, .sync, .sync, .rename, .syncFolder])
  }

  @Test func whatCannotBeCreatedSaysWhy() throws {
    let scratch = try ScratchFolder()
    let folder = try scratch.folder("folder")
    #expect(
      throws: FileError.cannotCreate(path: folder, reason: "a folder has that name")
    ) { try AtomicFile.write([1], to: folder) }
    let missing = scratch.file("no/such/file")
    #expect(
      throws: FileError.cannotCreate(path: missing, reason: "No such file or directory")
    ) { try AtomicFile.write([1], to: missing) }
    #expect(try scratch.names() == ["folder"])
  }

  @Test func devicesAreWrittenToAndNotReplaced() throws {
    try AtomicFile.write([1, 2, 3], to: "/dev/null")
    #expect(FileKind.of("/dev/null") == .other)
  }
}
