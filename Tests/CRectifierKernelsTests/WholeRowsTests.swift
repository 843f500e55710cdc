// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import CRectifierKernelsReference
import Testing

/// Inputs that are listed row by row give the bits of those that are listed in segments.
@Suite("Whole rows")
struct WholeRowsTests {
  /// Those of so many inputs that a segment is less than a row, and some with hardly any entries.
  static let shapes =
    Shape.table.filter { $0.inputs > 64 } + [
      Shape(inputs: 2100, outputs: 40, rows: 1, density: 0.9),
      Shape(inputs: 5000, outputs: 130, rows: 1, density: 0.006),
      Shape(inputs: 5000, outputs: 130, rows: 10, density: 0.006),
      Shape(inputs: 1000, outputs: 17, rows: 33, density: 0.003),
    ]

  @Test("Forward gives the twin's bits", arguments: shapes)
  func forward(shape: Shape) {
    LayerFixture(shape, listsWholeRows: true)
      .expectForwardTwin(masked: (shape.inputs + shape.rows) % 2 == 0)
  }

  @Test("Forward with bfloat16 weights gives the twin's bits", arguments: shapes)
  func bfloat16(shape: Shape) {
    let fixture = LayerFixture(shape, listsWholeRows: true)
    let packed = PackedWeights(fixture)
    fixture.expectForwardTwin { $0.bfloat16_weights = UnsafePointer(packed.words.pointer) }
  }

  @Test("Any split of rows and panels gives the same bits")
  func splits() {
    LayerFixture(
      Shape(inputs: 200, outputs: 300, rows: 13, density: 0.1), listsWholeRows: true
    ).expectForwardTwin {
      ($0.first_row, $0.row_count) = (3, 9)
      ($0.first_panel, $0.panel_count) = (1, 2)
    }
  }

  @Test("Backward gives the twin's bits", arguments: Array(shapes.enumerated()).map(\.offset))
  func backward(number: Int) {
    let fixture = BackwardFixture(Self.shapes[number], listsWholeRows: true)
    var first = BackwardOptions.number(number)
    first.everyInput = false
    fixture.expectTwin(first)
    // A first layer under plain descent, as sparse data have it.
    fixture.expectTwin(BackwardOptions(wantsInputDelta: false))
  }

  @Test("Any split of the inputs gives the same bits", arguments: [1, 9])
  func backwardSplits(rows: Int) {
    let shape = Shape(inputs: 1500, outputs: 130, rows: rows, density: 0.8)
    let fixture = BackwardFixture(shape, listsWholeRows: true)
    let options = BackwardOptions(slope: .sign, l1: 0.01)
    let whole = fixture.twin(options)
    for set in KernelSet.available {
      let result = BackwardResult(fixture.forward)
      var job = fixture.job(options, into: result)
      for (begin, end) in [(1025, 1500), (0, 63), (63, 1025)] {
        (job.first_input, job.range_count) = (begin, end - begin)
        fixture.run(set, job)
      }
      result.expect(whole, KernelSet.name(set))
    }
  }

  @Test("Scratch is as long as the entries ask for, not as the rows are")
  func scratch() {
    let fixture = BackwardFixture(
      Shape(inputs: 5000, outputs: 20, rows: 8, density: 0.006), listsWholeRows: true)
    let entryCount = rectifier_count_active(fixture.forward.inputLists.descriptor, 8)
    let size = rectifier_backward_scratch_size(8, 5000, entryCount)
    #expect(size < rectifier_backward_scratch_size(8, 5000, 8 * 5000) / 3)
    let expected = fixture.twin(BackwardOptions())
    for set in KernelSet.available {
      let scratch = KernelBuffer<UInt8>(count: size, byte: 0xFF)
      let result = BackwardResult(fixture.forward)
      var job = fixture.job(BackwardOptions(), into: result)
      job.scratch = UnsafeMutableRawPointer(scratch.pointer)
      rectifier_backward_rows(set, &job)
      #expect(scratch.isBorderIntact)
      result.expect(expected, KernelSet.name(set))
    }
  }

  @Test("Entries are listed by segment or row, and spread again", arguments: [false, true])
  func entries(listsWholeRows: Bool) {
    for columns in [1, 63, 64, 65, 128, 129, 300] {
      for density in [0, 0.05, 0.5, 1] {
        let shape = Shape(inputs: columns, outputs: 1, rows: 3, density: density)
        let fixture = LayerFixture(shape)
        let lists = ListBuffers(rows: 3, columns: columns, listsWholeRows: listsWholeRows)
        var at: UInt32 = 0
        for row in 0..<3 {
          if !listsWholeRows { at = UInt32(row * lists.segments * 64) }
          let entries = fixture.inputLists.entries(ofRow: row).flatMap { $0 }
          at = rectifier_list_entries(
            entries.map(\.column), entries.map { Float(bitPattern: $0.bits) }, entries.count, row,
            at, lists.descriptor)
        }
        for row in 0..<3 {
          let expected = fixture.inputLists.entries(ofRow: row)
          let found = lists.entries(ofRow: row)
          #expect(listsWholeRows ? found == [expected.flatMap { $0 }] : found == expected)
        }
        #expect(lists.areBordersIntact)
        let spread = KernelBuffer<Float>(count: fixture.input.count)
        for place in 0..<spread.count where place % shape.inputStride < columns {
          spread[place] = 7
        }
        rectifier_spread_rows(
          lists.descriptor, columns, 0, 3, spread.pointer, shape.inputStride)
        spread.expectBits(of: fixture.input, "\(shape)")
      }
    }
  }
}
