// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierFiles

@Suite struct ZipArchiveTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let text = (0..<500).map { UInt8($0 % 7) }
  private static let members = [
    ZipMaker.Member("one", [1, 2, 3]), ZipMaker.Member("two", text, isDeflated: true),
  ]

  private var path: String { scratch.file("x.zip") }

  private func open(
    _ bytes: [UInt8], memberLimit: Int = 10, byteLimit: Int = 1000
  ) throws -> ZipArchive {
    let file = try MappedFile(path: scratch.write(bytes, "x.zip"), doing: "testing")
    return try ZipArchive(file, memberLimit: memberLimit, byteLimit: byteLimit)
  }

  private func failure(_ members: [ZipMaker.Member]) -> ZipError? {
    #expect(throws: ZipError.self) {
      let archive = try open(ZipMaker.archive(members))
      for name in archive.names { _ = try archive.content(of: name) }
    }
  }

  @Test func membersAreStoredOrDeflated() throws {
    let archive = try open(ZipMaker.archive(Self.members))
    #expect(archive.names == ["one", "two"])
    #expect(try archive.content(of: "one") == [1, 2, 3])
    #expect(try archive.content(of: "two") == Self.text)
    #expect(archive.byteCount(of: "two") == 500)
    #expect(try archive.content(of: "three") == nil)
    #expect(try open(ZipMaker.archive([])).names == [])
  }

  @Test func aCommentMayFollow() throws {
    let comment = "PK\u{5}\u{6}" + String(repeating: "-", count: 40)
    let archive = try open(ZipMaker.archive(Self.members, comment: comment))
    #expect(archive.names.count == 2)
  }

  @Test func everyTruncationIsAnError() {
    let bytes = ZipMaker.archive(Self.members)
    for count in bytes.indices {
      #expect(throws: ZipError.noArchive(path: path)) { try open(Array(bytes[..<count])) }
    }
  }

  @Test func trailingBytesAreAnError() {
    #expect(throws: ZipError.noArchive(path: path)) {
      try open(ZipMaker.archive(Self.members) + [0])
    }
  }

  @Test func everyChangedByteIsRefusedOrChangesNoContent() throws {
    let bytes = ZipMaker.archive(Self.members)
    for index in bytes.indices {
      for change in [1, 0x80, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[index] ^= change
        do {
          let archive = try open(damaged, byteLimit: 1 << 20)
          for name in archive.names {
            let content = try archive.content(of: name)
            #expect(content == [1, 2, 3] || content == Self.text || content == [], "\(index)")
          }
        } catch is ZipError {}
      }
    }
  }

  @Test func limitsAreKept() throws {
    let bytes = ZipMaker.archive(Self.members)
    _ = try open(bytes, memberLimit: 2, byteLimit: 503)
    #expect(throws: ZipError.tooMany(path: path, count: 2, limit: 1)) {
      try open(bytes, memberLimit: 1)
    }
    #expect(throws: ZipError.tooLarge(path: path, limit: 502)) {
      try open(bytes, byteLimit: 502)
    }
  }

  @Test func claimsThatNoDataCanMeetAreRefused() {
    var member = ZipMaker.Member("a", Self.text, isDeflated: true)
    member.byteCount = 501
    guard case .damaged? = failure([member]) else { return #expect(Bool(false)) }
    member.byteCount = 499
    guard case .content(.exceedsLimit)? = failure([member]) else { return #expect(Bool(false)) }
    member.byteCount = 1 << 30
    guard case .damaged(_, _, let expected)? = failure([member]) else {
      return #expect(Bool(false))
    }
    #expect(expected.hasPrefix("a size that"))
  }

  @Test func contentIsChecked() {
    var member = ZipMaker.Member("a", [1, 2, 3])
    member.checksum = 7
    #expect(failure([member]) == .wrongChecksum(path: path, name: "a"))
  }

  @Test func otherMembersAreRefused() {
    var member = ZipMaker.Member("a", [1, 2, 3])
    member.flags = 1
    #expect(failure([member]) == .unsupported(path: path, name: "a", found: "encrypted"))
    member.flags = 0
    member.method = 12
    #expect(
      failure([member])
        == .unsupported(path: path, name: "a", found: "compressed by method 12"))
    let twice = ZipMaker.Member("a", [1])
    #expect(failure([twice, twice]) == .duplicate(path: path, name: "a"))
  }

  @Test func membersMayNotOverlap() throws {
    // By its entry in the directory, the first member reaches into the second one's data.
    var bytes = ZipMaker.stored([("a", [1, 2, 3]), ("b", [1, 2, 3])])
    let entry = bytes.count - 22 - 2 * 47
    for offset in [20, 24] { bytes[entry + offset] = 36 }
    #expect(
      throws: ZipError.damaged(
        path: path, offset: 65, expected: "members that do not overlap")
    ) { try open(bytes) }
  }
}
