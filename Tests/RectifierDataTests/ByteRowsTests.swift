// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct ByteRowsTests {
  private let rows = ByteRows(bytes: Array(0..<12), rowCount: 4, columnCount: 3)

  private func bytes(_ rows: ByteRows) -> [UInt8] {
    var all: [UInt8] = []
    rows.forEachChunk { all.append(contentsOf: $0) }
    return all
  }

  @Test func rowsLieOneAfterAnother() {
    #expect((0..<4).map { rows.withRow($0) { Array($0) } }.joined().elementsEqual(0..<12))
    #expect(bytes(rows) == Array(0..<12))
  }

  @Test func subsetsOfSubsetsPointIntoTheSameBytes() {
    let subset = rows.subset(rows: [3, 0, 2]).subset(rows: [2, 0])
    #expect(subset.rowCount == 2)
    #expect(bytes(subset) == [6, 7, 8, 9, 10, 11])
    let shared = rows.withRow(3) { whole in
      subset.withRow(1) { $0.baseAddress == whole.baseAddress }
    }
    #expect(shared)
  }

  @Test func concatenatingFollowsSubsets() {
    let all = ByteRows.concatenating([rows.subset(rows: [1]), rows])
    #expect(all.rowCount == 5)
    #expect(bytes(all) == [3, 4, 5] + Array(0..<12))
  }

  @Test func wrongCountsEndTheProgram() async {
    await #expect(processExitsWith: .failure) {
      _ = ByteRows(bytes: [1, 2, 3], rowCount: 2, columnCount: 2)
    }
    await #expect(processExitsWith: .failure) {
      ByteRows(bytes: [1, 2], rowCount: 2, columnCount: 1).withRow(2) { _ in }
    }
  }
}
