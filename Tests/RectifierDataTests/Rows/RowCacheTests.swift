// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles
import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct RowCacheTests {
  static let key = String(repeating: "0123456789abcdef", count: 4)

  private let scratch: ScratchFolder
  private let cache: RowCache
  private let matrix = SparseMatrix(
    columnCount: 5, rowStarts: [0, 2, 2, 3], columns: [1, 4, 0], values: [2, -1, 0.5])

  init() throws {
    scratch = try ScratchFolder()
    cache = RowCache(folder: scratch.file("rows"))
  }

  private func made(_ notes: [String] = ["one", "\"two\""]) throws
    -> (file: RowCacheFile, replaced: RowCacheError?)
  {
    try cache.rows(of: Self.key) { writer in
      try writer.add(.sparse(matrix))
      try writer.add(.floats(Matrix(rows: [[0, 0, 3, 0, 0]])))
      return (5, notes)
    }
  }

  private func found() throws(RowCacheError) -> RowCacheFile {
    try RowCacheFile(path: cache.path(of: Self.key), key: Self.key)
  }

  @Test func rowsComeBack() throws {
    let (file, replaced) = try made()
    #expect(replaced == nil && file.notes == ["one", "\"two\""])
    #expect(file.rows.subset(rows: [0, 1, 2]) == matrix)
    #expect(Matrix(file.rows).row(3) == [0, 0, 3, 0, 0])
    #expect(try scratch.names(in: "rows") == ["\(Self.key).rows"])
  }

  @Test func rowsThatAreThereAreTaken() throws {
    _ = try made()
    let (file, _) = try cache.rows(of: Self.key) { _ in fatalError("made again") }
    #expect(file.rows.rowCount == 4)
  }

  @Test func noRowsAndNoEntriesComeBack() throws {
    let (file, _) = try cache.rows(of: Self.key) { _ in (3, []) }
    #expect(file.rows.rowCount == 0 && file.rows.columnCount == 3 && file.notes.isEmpty)
  }

  @Test func rowsStayWhereTheFileIsReplaced() throws {
    let (file, _) = try made()
    try Folder.removeFile(cache.path(of: Self.key))
    #expect(file.rows.subset(rows: [0, 1, 2]) == matrix)
  }

  @Test func aFileThatIsCutShortIsRefused() throws {
    _ = try made()
    let name = "rows/\(Self.key).rows"
    let bytes = try scratch.read(name)
    for count in bytes.indices {
      try scratch.write(Array(bytes[..<count]), name)
      #expect(throws: RowCacheError.self, "\(count) bytes") { try found() }
    }
    try scratch.write(bytes + [0], name)
    #expect(throws: RowCacheError.self) { try found() }
  }

  @Test func aFileWithAnotherByteIsRefused() throws {
    _ = try made()
    let name = "rows/\(Self.key).rows"
    let bytes = try scratch.read(name)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x10
      try scratch.write(changed, name)
      #expect(throws: RowCacheError.self, "byte \(index)") { try found() }
    }
  }

  @Test func countsThatNobodyCanHaveAreRefused() throws {
    for (rows, columns, entries, notes) in [
      (Int.max, 1, 0, 0), (0, 1, .max, 0), (0, 1, .max / 8, 0), (0, 1, 0, .max), (-1, 1, 1, 0),
    ] {
      let trailer = RowCacheTrailer(
        rowCount: max(rows, 0), columnCount: columns, entryCount: entries, notesByteCount: notes,
        checksum: 0, key: Self.key)
      try Folder.create(cache.folder)
      try scratch.write(trailer.bytes, "rows/\(Self.key).rows")
      #expect(throws: RowCacheError.self) { try found() }
    }
  }

  /// A file whose checksums are right and whose rows are not.
  @Test func rowsThatAreNotSoundAreRefused() throws {
    let words: [UInt32] = [3, Float(1).bitPattern]
    let starts: [Int64] = [0, 1]
    var content = words.withUnsafeBytes(Array.init) + starts.withUnsafeBytes(Array.init)
    content += Array("[]      ".utf8)
    let trailer = RowCacheTrailer(
      rowCount: 1, columnCount: 3, entryCount: 1, notesByteCount: 8,
      checksum: content.withUnsafeBytes { Gzip.crc32($0) }, key: Self.key)
    try Folder.create(cache.folder)
    try scratch.write(content + trailer.bytes, "rows/\(Self.key).rows")
    let error = #expect(throws: RowCacheError.self) { try found() }
    #expect(error?.description.contains("column 3 of 3") == true)
  }

  @Test func rowsOfAnotherKeyAreNotTaken() throws {
    _ = try made()
    let other = String(Self.key.reversed())
    try scratch.write(
      try scratch.read("rows/\(Self.key).rows"), "rows/\(other).rows")
    #expect(throws: RowCacheError.otherRows(path: cache.path(of: other))) {
      try RowCacheFile(path: cache.path(of: other), key: other)
    }
    let (_, replaced) = try cache.rows(of: other) { writer in
      try writer.add(.sparse(matrix))
      return (5, [])
    }
    #expect(replaced == .otherRows(path: cache.path(of: other)))
  }

  @Test func aDamagedFileIsMadeAgain() throws {
    _ = try made()
    let name = "rows/\(Self.key).rows"
    try scratch.write(Array(try scratch.read(name).dropLast(9)), name)
    let (file, replaced) = try made()
    #expect(replaced != nil && file.rows.rowCount == 4)
    #expect(try found().rows == file.rows)
  }

  @Test(arguments: [FaultHook.Step.create, .write, .sync, .rename])
  func aFullDiskLeavesNothing(step: FaultHook.Step) throws {
    let error = #expect(throws: RowCacheError.self) {
      try FaultHook.with({ found, _ in found == step ? ENOSPC : nil }) { try made() }
    }
    #expect(error?.description.contains("No space left on device") == true)
    #expect(try scratch.names(in: "rows").isEmpty)
  }

  @Test func whatFailsWhileRowsAreMadeLeavesNothing() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try cache.rows(of: Self.key) { writer in
        try writer.add(.sparse(matrix))
        throw Stop()
      }
    }
    #expect(try scratch.names(in: "rows").isEmpty)
  }
}
