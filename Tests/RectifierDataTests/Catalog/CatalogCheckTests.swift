// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct CatalogCheckTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let content = (0..<3000).map { UInt8(truncatingIfNeeded: $0 * 7) }

  private func entry(
    byteCount: Int = content.count, sha256: String? = nil,
    beginning: CatalogFile.Beginning? = nil, isNeeded: Bool = true
  ) -> CatalogEntry {
    CatalogEntry(
      name: "x", title: "", content: "",
      files: [
        CatalogFile(
          "x", byteCount: byteCount, sha256: sha256, beginning: beginning, isNeeded: isNeeded)
      ],
      innerFolder: "inner", terms: "", reference: "")
  }

  private func finding(_ entry: CatalogEntry) throws -> CatalogCheck.Finding {
    try CatalogCheck(entry, in: scratch.path).items[0].finding
  }

  @Test(arguments: [false, true])
  func contentIsComparedByLengthAndChecksum(compressed: Bool) throws {
    let bytes = Self.content
    try scratch.write(compressed ? Compression.gzip(bytes) : bytes, compressed ? "x.gz" : "x")
    let digits = SHA256.digits(of: bytes)
    #expect(try finding(entry(sha256: digits)) == .identical)
    #expect(try finding(entry()) == .rightLength)
    let other = String(repeating: "0", count: 64)
    #expect(
      try finding(entry(sha256: other)) == .wrongChecksum(expected: other, found: digits))
    let shorter = try finding(entry(byteCount: bytes.count - 1))
    #expect(
      shorter
        == .wrongLength(
          expected: bytes.count - 1, found: compressed ? nil : bytes.count))
    #expect(
      try finding(entry(byteCount: bytes.count + 1))
        == .wrongLength(expected: bytes.count + 1, found: bytes.count))
  }

  @Test func theBeginningIsComparedWhereNoMoreIsKnown() throws {
    try scratch.write(Self.content, "x")
    let digits = SHA256.digits(of: Array(Self.content[..<100]))
    let right = CatalogFile.Beginning(byteCount: 100, sha256: digits)
    #expect(try finding(entry(beginning: right)) == .beginsRight(byteCount: 100))
    var changed = Self.content
    changed[99] ^= 1
    try scratch.write(changed, "x")
    let found = SHA256.digits(of: Array(changed[..<100]))
    #expect(
      try finding(entry(beginning: right))
        == .wrongBeginning(byteCount: 100, expected: digits, found: found))
    // One byte later the change goes unseen, and the finding does not claim otherwise.
    changed = Self.content
    changed[100] ^= 1
    try scratch.write(changed, "x")
    #expect(try finding(entry(beginning: right)) == .beginsRight(byteCount: 100))
    // Both together.
    let all = SHA256.digits(of: changed)
    #expect(try finding(entry(sha256: all, beginning: right)) == .identical)
  }

  @Test func whatIsNotThereIsMissing() throws {
    let check = try CatalogCheck(entry(), in: scratch.path)
    #expect(check.items[0].finding == .missing)
    #expect(throws: CatalogCheckError.missing(folder: scratch.path, names: ["x"])) {
      try check.requireRight()
    }
    let unneeded = try CatalogCheck(entry(isNeeded: false), in: scratch.path)
    #expect(unneeded.items[0].finding == .missing)
    try unneeded.requireRight()
  }

  @Test func whatIsWrongIsRefused() throws {
    try scratch.write(Self.content, "x")
    let packed = Compression.gzip(Self.content)
    try scratch.write(packed, "x.gz")
    #expect(try finding(entry()) == .twice)
    try scratch.remove("x")
    try scratch.write(Array(packed.dropLast()), "x.gz")
    let check = try CatalogCheck(entry(), in: scratch.path)
    let path = scratch.file("x.gz")
    #expect(
      check.items[0].finding == .damaged(.truncated(path: path, offset: packed.count - 1)))
    #expect(throws: CatalogCheckError.wrong(folder: scratch.path, names: ["x.gz"])) {
      try check.requireRight()
    }
  }

  @Test func theInnerFolderCounts() throws {
    try scratch.folder("inner")
    try scratch.write(Self.content, "inner/x")
    let check = try CatalogCheck(entry(), in: scratch.path)
    #expect(check.folder == scratch.file("inner"))
    try check.requireRight()
  }

  @Test func aFolderThatIsNotThereIsMissingInput() {
    #expect(throws: FileError.notFound(path: "/nowhere", doing: "verifying data")) {
      try CatalogCheck(entry(), in: "/nowhere")
    }
  }
}
