// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import CRectifierKernelsReference
import Testing

@Suite("Forward products at the edges of numbers")
struct ForwardEdgeTests {
  private let shape = Shape(inputs: 17, outputs: 130, rows: 5, density: 1)

  @Test("No output and no slope is ever -0", arguments: 0..<8 as Range<UInt32>)
  func negativeZero(code: UInt32) {
    let fixture = LayerFixture(shape)
    for output in 0..<shape.outputs { fixture.bias[output] = -0.0 }
    fixture.fillInput { row, input in row == 0 ? 0 : input % 2 == 0 ? -0.0 : 1e-30 }
    for weight in 0..<fixture.weights.count { fixture.weights[weight] *= 1e-20 }
    for masked in [false, true] {
      let result = fixture.expectForwardTwin(masked: masked) {
        $0.activation = rectifier_activation(code)
      }
      let negativeZero = (-Float(0)).bitPattern
      for place in 0..<result.output.count {
        #expect(result.output[place].bitPattern != negativeZero)
        #expect(result.slope[place].bitPattern != negativeZero)
      }
    }
  }

  @Test("Products that underflow become +0, never denormal")
  func underflow() {
    let fixture = LayerFixture(shape)
    for output in 0..<shape.outputs { fixture.bias[output] = output % 2 == 0 ? 0 : 1.2e-38 }
    for weight in 0..<fixture.weights.count { fixture.weights[weight] *= 1e-18 }
    fixture.fillInput { row, input in (input % 2 == 0 ? -1e-20 : 1e-20) * Float(row + 1) }
    let result = fixture.expectForwardTwin { $0.activation = RECTIFIER_ACTIVATION_IDENTITY }
    var zeroCount = 0
    for row in 0..<shape.rows {
      for value in result.outputs(ofRow: row) {
        #expect(value.bitPattern == 0 || value.isNormal)
        if value == 0 { zeroCount += 1 }
      }
    }
    #expect(zeroCount > 0)
  }

  @Test("Denormal weights, biases and inputs count as zero and are not listed")
  func denormals() {
    let denormal = Float.leastNormalMagnitude / 4
    let fixture = LayerFixture(shape)
    let flushed = LayerFixture(shape)
    var random = PseudoRandom(7)
    for weight in 0..<fixture.weights.count where random.chance(0.3) {
      fixture.weights[weight] = random.chance(0.5) ? denormal : -denormal
    }
    for output in 0..<shape.outputs where random.chance(0.5) { fixture.bias[output] = denormal }
    fixture.fillInput { row, input in
      (row + input) % 3 == 0 ? -denormal : (row + input) % 3 == 1 ? 1e30 : 1
    }
    for (from, to) in [
      (fixture.weights, flushed.weights), (fixture.bias, flushed.bias),
      (fixture.input, flushed.input),
    ] {
      to.pointer.update(from: from.pointer, count: from.count)
      rectifier_flush(to.pointer, to.count)
    }
    flushed.listInput()
    #expect(fixture.inputLists.allEntries == flushed.inputLists.allEntries)
    let result = fixture.expectForwardTwin()
    result.expect(flushed.expectForwardTwin(), "flushed before")
  }

  @Test("A NaN reaches every output of its own row, and counts as active")
  func notANumber() {
    let fixture = LayerFixture(shape)
    let clean = fixture.expectForwardTwin()
    fixture.input[2 * shape.inputStride + 5] = .nan
    fixture.listInput()
    for code in 0..<8 as Range<UInt32> {
      let result = fixture.expectForwardTwin { $0.activation = rectifier_activation(code) }
      #expect(result.outputs(ofRow: 2).allSatisfy { $0.isNaN }, "activation \(code)")
      #expect(result.lists.entries(ofRow: 2).map(\.count) == [64, 64, 2], "activation \(code)")
    }
    let result = fixture.expectForwardTwin()
    for row in [0, 1, 3, 4] {
      #expect(result.outputs(ofRow: row) == clean.outputs(ofRow: row))
    }
  }

  @Test("Infinities pass through", arguments: [Float.infinity, -.infinity])
  func infinities(value: Float) {
    let fixture = LayerFixture(shape)
    fixture.input[shape.inputStride + 3] = value
    fixture.listInput()
    let result = fixture.expectForwardTwin(masked: true)
    for (output, h) in result.outputs(ofRow: 1).enumerated() {
      let open = fixture.weights[shape.weightPlace(3, output)].sign == value.sign
      #expect(h == (open ? fixture.sign[output] * .infinity : 0))
    }
  }

  @Test("The rectifier is closed at 0, and its slope there is 0")
  func kink() {
    let fixture = LayerFixture(shape)
    fixture.fillInput { _, _ in 0 }
    for output in 0..<shape.outputs { fixture.bias[output] = 0 }
    for activation in [
      RECTIFIER_ACTIVATION_RECTIFIER, RECTIFIER_ACTIVATION_RECTIFIED_TANH,
      RECTIFIER_ACTIVATION_ABSOLUTE_TANH,
    ] {
      let result = fixture.expectForwardTwin { $0.activation = activation }
      for place in 0..<result.slope.count {
        #expect(result.output[place].bitPattern == 0)
        #expect(result.slope[place].bitPattern == 0)
      }
    }
  }
}
