// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierFiles

@Suite struct FileReplacementTests {
  @Test func piecesFollowOneAnother() throws {
    let scratch = try ScratchFolder()
    try scratch.write([9], "a")
    let replacement = try FileReplacement(of: scratch.file("a"))
    for piece: [UInt8] in [[1, 2], [], [3]] {
      try piece.withUnsafeBytes { try replacement.write($0) }
    }
    #expect(try scratch.read("a") == [9])
    try replacement.commit()
    #expect(try scratch.read("a") == [1, 2, 3])
    #expect(try scratch.names() == ["a"])
  }

  @Test func whatIsNotPutInPlaceLeavesNothing() throws {
    let scratch = try ScratchFolder()
    do {
      let replacement = try FileReplacement(of: scratch.file("a"))
      try [UInt8(1)].withUnsafeBytes { try replacement.write($0) }
      #expect(try scratch.names().count == 1)
    }
    #expect(try scratch.names().isEmpty)
  }
}
