// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import CRectifierKernelsReference

/// A layer and a batch: what the products' tests run over.
struct Shape: CustomStringConvertible, Sendable {
  var inputs: Int
  var outputs: Int
  var rows: Int
  /// The fraction of the inputs that is not zero.
  var density: Double

  var inputStride: Int { Shape.padded(inputs) }
  var outputStride: Int { Shape.padded(outputs) }
  var panels: Int { (outputs + 127) / 128 }
  var description: String { "\(rows) × \(inputs) → \(outputs), density \(density)" }

  static func padded(_ count: Int) -> Int { (count + 15) / 16 * 16 }

  func panelWidth(_ panel: Int) -> Int { min(128, outputStride - panel * 128) }

  /// Where the weight of an input and an output lies.
  func weightPlace(_ input: Int, _ output: Int) -> Int {
    let panel = output / 128
    return panel * 128 * inputs + input * panelWidth(panel) + output % 128
  }

  /// Every count of inputs with every count of outputs, each with most counts of rows and every
  /// density: one below, at and above the sizes of tiles and panels.
  static let table: [Shape] = {
    let inputs = [1, 15, 16, 17, 127, 128, 129, 257]
    let outputs = [1, 10, 16, 17, 127, 128, 129, 250]
    let rows = [0, 1, 2, 3, 8, 9, 12, 13, 25]
    let densities = [0, 0.1, 0.5, 1]
    return inputs.indices.flatMap { i in
      outputs.indices.map { o in
        Shape(
          inputs: inputs[i], outputs: outputs[o], rows: rows[(i + o) % rows.count],
          density: densities[(o ^ (i >> 1)) % densities.count])
      }
    } + large
  }()

  /// More inputs than are gathered or blocked at a time, and more rows than tiles and blocks hold.
  private static let large = [
    Shape(inputs: 1100, outputs: 20, rows: 3, density: 0.1),
    Shape(inputs: 1100, outputs: 145, rows: 30, density: 0.05),
    Shape(inputs: 1100, outputs: 33, rows: 9, density: 1),
    Shape(inputs: 70, outputs: 300, rows: 130, density: 0.3),
  ]
}

/// The lists of non-zero entries of a batch, in segments of 64 columns, or row by row.
final class ListBuffers: @unchecked Sendable {
  let rows: Int
  let segments: Int
  let entries: KernelBuffer<rectifier_entry>
  let begin: KernelBuffer<UInt32>
  let end: KernelBuffer<UInt32>
  let descriptor: UnsafeMutablePointer<rectifier_lists>

  init(rows: Int, columns: Int, listsWholeRows: Bool = false) {
    self.rows = rows
    segments = listsWholeRows ? 1 : (columns + 63) / 64
    entries = KernelBuffer(
      count: rows * (listsWholeRows ? columns : segments * 64), byte: 0xFF)
    begin = KernelBuffer(count: rows * segments, byte: 0xFF)
    end = KernelBuffer(count: rows * segments, byte: 0xFF)
    descriptor = .allocate(capacity: 1)
    descriptor.initialize(
      to: rectifier_lists(
        entries: entries.pointer, begin: begin.pointer, end: end.pointer,
        segment_count: segments, segment_columns: listsWholeRows ? columns : 64,
        row_capacity: rows))
  }

  deinit { descriptor.deallocate() }

  struct Entry: Equatable {
    var column: UInt32
    var bits: UInt32
  }

  /// The entries of a row, segment after segment; all NaN are one.
  func entries(ofRow row: Int) -> [[Entry]] {
    (0..<segments).map { segment in
      let place = segment * rows + row
      let (first, last) = (Int(begin[place]), Int(end[place]))
      guard first <= last, last <= entries.count else { return [] }
      return (first..<last).map { at in
        let value = entries[at].value.isNaN ? Float.nan : entries[at].value
        return Entry(column: entries[at].index, bits: value.bitPattern)
      }
    }
  }

  var allEntries: [[[Entry]]] { (0..<rows).map(entries) }

  var areBordersIntact: Bool {
    entries.isBorderIntact && begin.isBorderIntact && end.isBorderIntact
  }
}

/// Pseudo-random weights, bias, inputs with their lists, and a sign mask.
final class LayerFixture: @unchecked Sendable {
  let shape: Shape
  /// Whether inputs are listed row by row, as those of sparse data are.
  let listsWholeRows: Bool
  let weights: KernelBuffer<Float>
  let bias: KernelBuffer<Float>
  let input: KernelBuffer<Float>
  let inputLists: ListBuffers
  let sign: KernelBuffer<Float>

  init(_ shape: Shape, listsWholeRows: Bool = false) {
    self.shape = shape
    self.listsWholeRows = listsWholeRows
    weights = KernelBuffer(count: shape.inputs * shape.outputStride)
    bias = KernelBuffer(count: shape.outputStride)
    input = KernelBuffer(count: shape.rows * shape.inputStride)
    inputLists = ListBuffers(
      rows: shape.rows, columns: shape.inputs, listsWholeRows: listsWholeRows)
    sign = KernelBuffer(count: shape.outputStride)
    var random = PseudoRandom(shape.inputs * 1000 + shape.outputs)
    for output in 0..<shape.outputStride {
      let inside = output < shape.outputs
      bias[output] = inside ? random.value() : 0
      sign[output] = inside && random.chance(0.5) ? -1 : 1
      guard inside else { continue }
      for input in 0..<shape.inputs { weights[shape.weightPlace(input, output)] = random.value() }
    }
    fillInput { _, _ in random.chance(shape.density) ? random.value() : 0 }
  }

  /// Replaces the inputs, and lists them.
  func fillInput(_ value: (_ row: Int, _ input: Int) -> Float) {
    for row in 0..<shape.rows {
      for column in 0..<shape.inputs {
        input[row * shape.inputStride + column] = value(row, column)
      }
    }
    listInput()
  }

  func listInput() {
    if listsWholeRows { return listWholeRows() }
    rectifier_list_rows_reference(
      input.pointer, shape.inputStride, shape.inputs, 0, shape.rows, inputLists.descriptor)
  }

  /// One row's entries after another's, without gaps.
  private func listWholeRows() {
    var at: UInt32 = 0
    for row in 0..<shape.rows {
      let values = input.pointer + row * shape.inputStride
      let columns = (0..<shape.inputs).filter { !values[$0].isZero && !values[$0].isSubnormal }
      at = rectifier_list_entries(
        columns.map(UInt32.init), columns.map { values[$0] }, columns.count, row, at,
        inputLists.descriptor)
    }
  }

  var layer: rectifier_layer {
    rectifier_layer(
      weights: weights.pointer, bias: bias.pointer, input_count: shape.inputs,
      output_count: shape.outputs)
  }
}
