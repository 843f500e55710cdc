// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierFiles

@Suite struct FileLockTests {
  @Test func aSecondLockIsRefusedUntilTheFirstIsGone() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("lock")
    var first: FileLock? = try FileLock(path: path)
    _ = withExtendedLifetime(first) {
      #expect(throws: FileLockError.held(path: path)) { try FileLock(path: path) }
    }
    first = nil
    #expect(try scratch.names() == [])
    let second = try FileLock(path: path)
    _ = withExtendedLifetime(second) {
      #expect(throws: FileLockError.held(path: path)) { try FileLock(path: path) }
    }
  }

  @Test func aFileLeftByADeadProcessDoesNotLock() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write([], "lock")
    let lock = try FileLock(path: path)
    _ = withExtendedLifetime(lock) {
      #expect(throws: FileLockError.held(path: path)) { try FileLock(path: path) }
    }
  }

  @Test func aMissingFolderIsAnError() throws {
    let scratch = try ScratchFolder()
    let path = scratch.file("absent/lock")
    let reason = "No such file or directory"
    #expect(throws: FileLockError.file(.cannotCreate(path: path, reason: reason))) {
      try FileLock(path: path)
    }
  }
}
