// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct DatasetConversionTests {
  @Test(arguments: InstructionSet.available, [1, 15, 16, 17, 33])
  func bytesAreDividedExactly(set: InstructionSet, columnCount: Int) throws {
    let rowCount = 20
    let bytes = (0..<(rowCount * columnCount)).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    for divisor: Float in [255, 1, 3] {
      let dataset = try Dataset(
        name: "d",
        features: .bytes(
          ByteRows(bytes: bytes, rowCount: rowCount, columnCount: columnCount, divisor: divisor)),
        targets: .none
      ).subset(rows: (0..<Int32(rowCount)).reversed())
      let rows: [Int32] = [0, 19, 3, 3]
      let stride = columnCount + 2
      let batch = copy(dataset, rows: rows, stride: stride, set: set)
      for (index, row) in rows.enumerated() {
        for column in 0..<stride {
          let stored = (rowCount - 1 - Int(row)) * columnCount + column
          let expected = column < columnCount ? Float(bytes[stored]) / divisor : -7
          #expect(batch[index * stride + column].bitPattern == expected.bitPattern)
        }
      }
    }
  }

  @Test func floatsAreCopied() throws {
    let matrix = Matrix(rows: [[1, 2, 3], [4, 5, 6]])
    let dataset = try Dataset(name: "d", features: .floats(matrix), targets: .none)
    #expect(
      copy(dataset, rows: [1, 0, 1], stride: 4, set: .portable)
        == [4, 5, 6, -7, 1, 2, 3, -7, 4, 5, 6, -7])
  }

  private func copy(
    _ dataset: Dataset, rows: [Int32], stride: Int, set: InstructionSet
  ) -> [Float] {
    var batch = [Float](repeating: -7, count: rows.count * stride)
    rows.withUnsafeBufferPointer { rows in
      batch.withUnsafeMutableBufferPointer { batch in
        dataset.copyFeatures(
          rows: rows, into: batch.baseAddress!, stride: stride, instructionSet: set)
      }
    }
    return batch
  }
}
