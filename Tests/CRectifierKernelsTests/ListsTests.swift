// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import CRectifierKernelsReference
import Testing

@Suite("Lists of non-zero entries")
struct ListsTests {
  private static let columnCounts = [1, 15, 16, 17, 127, 128, 129, 250, 257]

  /// A fixture's input holds the rows that are listed.
  private func expectTwin(
    _ fixture: LayerFixture, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let shape = fixture.shape
    for set in KernelSet.available {
      let lists = ListBuffers(rows: shape.rows, columns: shape.inputs)
      for row in stride(from: 0, to: shape.rows, by: 2) {
        rectifier_list_rows(
          set, fixture.input.pointer, shape.inputStride, shape.inputs, row,
          min(2, shape.rows - row), lists.descriptor)
      }
      #expect(
        lists.allEntries == fixture.inputLists.allEntries, "\(KernelSet.name(set)), \(shape)",
        sourceLocation: sourceLocation)
      #expect(lists.areBordersIntact, sourceLocation: sourceLocation)
    }
  }

  @Test("Gives the twin's entries", arguments: columnCounts, [0, 0.1, 0.5, 1])
  func twin(columns: Int, density: Double) {
    for rows in [0, 1, 3] {
      expectTwin(LayerFixture(Shape(inputs: columns, outputs: 1, rows: rows, density: density)))
    }
  }

  @Test("Every pattern of 8 neighbours")
  func patterns() {
    let fixture = LayerFixture(Shape(inputs: 24, outputs: 1, rows: 256, density: 1))
    fixture.fillInput { row, column in
      row >> (column % 8) & 1 == 1 ? Float(column + 1) : 0
    }
    expectTwin(fixture)
    #expect(fixture.inputLists.entries(ofRow: 0b1001)[0].map(\.column) == [0, 3, 8, 11, 16, 19])
  }

  @Test("NaN and infinities are listed; negative zeros and denormal values are not")
  func edges() {
    let fixture = LayerFixture(Shape(inputs: 20, outputs: 1, rows: 2, density: 0))
    let least = Float.leastNormalMagnitude
    let values: [Float] = [.nan, .infinity, -.infinity, -0.0, 0x1p-130, -0x1p-130, least]
    fixture.fillInput { row, column in values[(row + column) % values.count] }
    expectTwin(fixture)
    let listed = fixture.inputLists.entries(ofRow: 0)[0].map(\.column)
    #expect(listed == [0, 1, 2, 6, 7, 8, 9, 13, 14, 15, 16])
  }

  @Test("Counts of the listed entries, in all and a column")
  func counts() {
    let shape = Shape(inputs: 257, outputs: 1, rows: 3, density: 0.1)
    let fixture = LayerFixture(shape)
    for rows in 0...shape.rows {
      let counts = KernelBuffer<Int>(count: shape.inputs)
      // What was there before is added to.
      rectifier_tally_active(fixture.inputLists.descriptor, rows, counts.pointer)
      rectifier_tally_active(fixture.inputLists.descriptor, rows, counts.pointer)
      var count = 0
      for column in 0..<shape.inputs {
        let isActive = (0..<rows).filter { fixture.input[$0 * shape.inputStride + column] != 0 }
        #expect(counts[column] == 2 * isActive.count)
        count += isActive.count
      }
      #expect(counts.isBorderIntact)
      #expect(rectifier_count_active(fixture.inputLists.descriptor, rows) == count)
    }
  }
}

@Suite("Conversions")
struct ConversionTests {
  @Test("Bytes become floats, padding zero", arguments: [0, 1, 15, 16, 17, 31, 32, 33, 255, 256])
  func bytes(count: Int) {
    let bytes = KernelBuffer<UInt8>(count: count)
    for place in 0..<count { bytes[place] = UInt8(truncatingIfNeeded: place * 37 + count) }
    for (divisor, extra): (Float, Int) in [(255, 0), (255, 16), (1, 0), (3, 0)] {
      let stride = Shape.padded(count) + extra
      let expected = KernelBuffer<Float>(count: stride, byte: 0xFF)
      rectifier_scale_bytes_reference(bytes.pointer, count, divisor, expected.pointer, stride)
      for set in KernelSet.available {
        let result = KernelBuffer<Float>(count: stride, byte: 0xFF)
        rectifier_scale_bytes(set, bytes.pointer, count, divisor, result.pointer, stride)
        result.expectBits(of: expected, "\(KernelSet.name(set)), \(count) / \(divisor)")
      }
    }
  }

  @Test("Flushing replaces denormal values and -0 by +0, and nothing else")
  func flush() {
    let least = Float.leastNormalMagnitude
    let cases: [(Float, Float)] = [
      (0, 0), (-0.0, 0), (.leastNonzeroMagnitude, 0), (-.leastNonzeroMagnitude, 0),
      (least.nextDown, 0), (-least.nextDown, 0), (least, least), (-least, -least), (1, 1),
      (-.infinity, -.infinity), (.nan, .nan),
    ]
    let values = KernelBuffer<Float>(count: cases.count)
    for place in 0..<cases.count { values[place] = cases[place].0 }
    rectifier_flush(values.pointer, values.count)
    for place in 0..<cases.count {
      #expect(values[place].bitPattern == cases[place].1.bitPattern, "\(cases[place].0)")
    }
    #expect(values.isBorderIntact)
  }
}
