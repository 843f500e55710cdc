// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import CRectifierKernelsReference
import Testing

@Suite("bfloat16 weights")
struct BFloat16Tests {
  @Test("Rounding is to nearest even, within the finite, and denormals are 0")
  func rounding() {
    let table: [(Float, Float)] = [
      (0, 0), (-0.0, 0), (1, 1), (-1, -1), (3.140625, 3.140625),
      // One place of 1 is 2⁻⁷: halves go to the even neighbour, more than half goes up.
      (1 + 0x1p-8, 1), (1 + 0x3p-8, 1 + 0x1p-6), (1 + 0x1p-8 + 0x1p-23, 1 + 0x1p-7),
      (-1 - 0x1p-8, -1), (-1 - 0x3p-8, -1 - 0x1p-6), (2 - 0x1p-8, 2), (0x1.FEp0, 0x1.FEp0),
      (.greatestFiniteMagnitude, 0x1.FEp127), (-.greatestFiniteMagnitude, -0x1.FEp127),
      (0x1.FEFFFEp127, 0x1.FEp127), (.infinity, .infinity), (-.infinity, -.infinity),
      (.leastNormalMagnitude, .leastNormalMagnitude), (.leastNonzeroMagnitude, 0),
      (.leastNormalMagnitude.nextDown, 0), (-.leastNormalMagnitude.nextDown, 0),
    ]
    for (x, expected) in table {
      #expect(rectifier_round_bfloat16(x).bitPattern == expected.bitPattern, "\(x)")
      #expect(rectifier_round_bfloat16_reference(x).bitPattern == expected.bitPattern, "\(x)")
    }
    #expect(rectifier_round_bfloat16(.nan).isNaN)
    // A payload in the lower half alone must not make an infinity of it.
    #expect(rectifier_round_bfloat16(Float(bitPattern: 0x7F80_0001)).isNaN)
  }

  @Test("Rounding gives the twin's bits for every exponent")
  func roundingTwin() {
    var random = PseudoRandom(3)
    let edges: [UInt32] = [
      0, 0x7FFF, 0x8000, 0x8001, 0x1_7FFF, 0x1_8000, 0x7F_7FFF, 0x7F_8000, 0x7F_FFFF,
    ]
    let drawn = (0..<20).map { _ in UInt32(truncatingIfNeeded: random.bits()) & 0x7F_FFFF }
    for exponent in 0..<255 as Range<UInt32> {
      for pattern in edges + drawn {
        for sign in [0, 0x8000_0000] as [UInt32] {
          let x = Float(bitPattern: sign | exponent << 23 | pattern)
          let rounded = rectifier_round_bfloat16(x)
          #expect(rounded.bitPattern == rectifier_round_bfloat16_reference(x).bitPattern, "\(x)")
          #expect(rounded.bitPattern & 0xFFFF == 0)
        }
      }
    }
  }

  static let shapes = [1, 15, 16, 17, 31, 32, 33, 48, 112, 127, 128, 129, 143, 144, 145, 257]
    .enumerated().flatMap { index, outputs in
      [0, 1, 7, 8, 24, 33].enumerated().map { place, rows in
        Shape(
          inputs: [1, 17, 129, 200, 64][(index + place) % 5], outputs: outputs, rows: rows,
          density: [0.1, 0.5, 1][(index + 2 * place) % 3])
      }
    }

  @Test("Packed words are the twin's", arguments: [1, 15, 16, 17, 31, 32, 33, 112, 128, 145, 300])
  func packing(outputs: Int) {
    let fixture = LayerFixture(Shape(inputs: 5, outputs: outputs, rows: 0, density: 0))
    let packed = PackedWeights(fixture)
    let expected = KernelBuffer<UInt32>(count: packed.words.count, byte: 0xFF)
    var layer = fixture.layer
    rectifier_pack_bfloat16_reference(&layer, expected.pointer)
    for word in 0..<expected.count { #expect(packed.words[word] == expected[word], "\(word)") }
    #expect(packed.words.isBorderIntact && expected.isBorderIntact)
  }

  @Test("Dense and sparse give the twin's bits", arguments: shapes)
  func twin(shape: Shape) {
    let fixture = LayerFixture(shape)
    let packed = PackedWeights(fixture)
    fixture.expectForwardTwin(masked: shape.rows % 2 == 1) {
      $0.bfloat16_weights = UnsafePointer(packed.words.pointer)
    }
  }

  @Test("They are the bits of the float kernels on rounded weights", arguments: shapes)
  func oracle(shape: Shape) {
    let fixture = LayerFixture(shape)
    let packed = PackedWeights(fixture)
    let rounded = LayerFixture(shape)
    for place in 0..<rounded.weights.count {
      rounded.weights[place] = rectifier_round_bfloat16(rounded.weights[place])
    }
    for variant in ForwardVariant.all {
      let (expected, result) = (ForwardResult(shape), ForwardResult(shape))
      variant.run(rounded.forwardJob(into: expected, masked: true))
      var job = fixture.forwardJob(into: result, masked: true)
      job.layer.weights = nil  // not read
      job.bfloat16_weights = UnsafePointer(packed.words.pointer)
      variant.run(job)
      result.expect(expected, "\(variant), \(shape)")
    }
  }

  @Test("Any split of rows and panels gives the same bits")
  func splits() {
    let shape = Shape(inputs: 129, outputs: 300, rows: 25, density: 0.3)
    let fixture = LayerFixture(shape)
    let packed = PackedWeights(fixture)
    let whole = ForwardResult(shape)
    var job = fixture.forwardJob(into: whole)
    job.bfloat16_weights = UnsafePointer(packed.words.pointer)
    rectifier_forward_reference(&job)
    for variant in ForwardVariant.all {
      let result = ForwardResult(shape)
      var job = fixture.forwardJob(into: result)
      job.bfloat16_weights = UnsafePointer(packed.words.pointer)
      for (begin, end) in [(0, 1), (1, 10), (10, 25)] {
        for panel in (0..<shape.panels).reversed() {
          (job.first_row, job.row_count) = (begin, end - begin)
          (job.first_panel, job.panel_count) = (panel, 1)
          variant.run(job)
        }
      }
      result.expect(whole, "\(variant)")
    }
  }

  @Test("A NaN input reaches every output of its own row, with every activation")
  func notANumber() {
    let shape = Shape(inputs: 17, outputs: 145, rows: 9, density: 1)
    let fixture = LayerFixture(shape)
    let packed = PackedWeights(fixture)
    fixture.input[2 * shape.inputStride + 5] = .nan
    fixture.listInput()
    for code in 0..<8 as Range<UInt32> {
      let result = fixture.expectForwardTwin(masked: code % 2 == 0) {
        $0.activation = rectifier_activation(code)
        $0.bfloat16_weights = UnsafePointer(packed.words.pointer)
      }
      for row in 0..<shape.rows {
        #expect(result.outputs(ofRow: row).allSatisfy { $0.isNaN == (row == 2) }, "\(code)")
      }
    }
  }
}

/// The weights of a layer as bfloat16.
struct PackedWeights {
  let words: KernelBuffer<UInt32>

  init(_ fixture: LayerFixture) {
    let shape = fixture.shape
    words = KernelBuffer(
      count: rectifier_bfloat16_word_count(shape.inputs, shape.outputs), byte: 0xFF)
    var layer = fixture.layer
    rectifier_pack_bfloat16(&layer, words.pointer)
  }
}
