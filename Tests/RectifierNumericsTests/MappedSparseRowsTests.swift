// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierNumerics

@Suite struct MappedSparseRowsTests {
  /// Rows as a file has them, at an address that stays.
  private final class Bytes: Sendable {
    nonisolated(unsafe) let entries: UnsafeMutableRawBufferPointer
    nonisolated(unsafe) let starts: UnsafeMutableRawBufferPointer

    init(words: [UInt32], starts: [Int64]) {
      entries = .allocate(byteCount: words.count * 4, alignment: 8)
      self.starts = .allocate(byteCount: starts.count * 8, alignment: 8)
      words.withUnsafeBytes { entries.copyMemory(from: $0) }
      starts.withUnsafeBytes { self.starts.copyMemory(from: $0) }
    }

    deinit {
      entries.deallocate()
      starts.deallocate()
    }

    var matrix: SparseMatrix {
      SparseMatrix(
        columnCount: 4,
        mapped: MappedSparseRows(
          entries: UnsafeRawBufferPointer(entries), starts: UnsafeRawBufferPointer(starts),
          owner: self))
    }
  }

  private let one = Float(1).bitPattern
  private let two = Float(2).bitPattern

  @Test func rowsAreThoseOfTheSameMatrixInMemory() {
    let mapped = Bytes(words: [1, 3, two, one, 0, one], starts: [0, 2, 2, 3]).matrix
    let memory = SparseMatrix(
      columnCount: 4, rowStarts: [0, 2, 2, 3], columns: [1, 3, 0], values: [2, 1, 1])
    #expect(mapped == memory && mapped.fault == nil)
    #expect(mapped.rowStarts == memory.rowStarts && mapped.columns == memory.columns)
    #expect(mapped.values == memory.values && mapped.entryCount == 3)
    #expect(mapped.subset(rows: [2, 0]) == memory.subset(rows: [2, 0]))
    #expect(Matrix(mapped) == Matrix(memory))
    var builder = SparseMatrix.Builder()
    for row in 0..<3 { builder.addRow(row, of: mapped) }
    #expect(builder.matrix(columnCount: 4) == memory)
    #expect(mapped.memoryByteCount == 0 && memory.memoryByteCount == 3 * 8 + 4 * 8)
  }

  @Test func noRowsAreNone() {
    let mapped = Bytes(words: [], starts: [0]).matrix
    #expect(mapped.rowCount == 0 && mapped.entryCount == 0 && mapped.fault == nil)
  }

  @Test(arguments: [
    (starts: [1, 2] as [Int64], words: [0, 1, 1, 1] as [UInt32]), ([0, 2, 1], [0, 1, 1, 1]),
    ([0, 1], [0, 1, 1, 1]), ([0, 3, 2], [0, 1, 1, 1]), ([0, -1, 2], [0, 1, 1, 1]),
    ([0, 2], [1, 0, 1, 1]), ([0, 2], [1, 1, 1, 1]), ([0, 1], [4, 1]), ([0, 1], [0, 0]),
  ])
  func rowsThatAreNotSoundAreTold(_ rows: (starts: [Int64], words: [UInt32])) {
    #expect(Bytes(words: rows.words, starts: rows.starts).matrix.fault != nil)
  }
}
