// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import CRectifierKernelsReference
import Testing

@Suite("Backward pass over lists of outputs")
struct BackwardOutputsTests {
  /// A layer whose outputs have deltas where they are listed.
  private final class Fixture {
    let backward: BackwardFixture
    let lists: ListBuffers

    var shape: Shape { backward.shape }

    init(_ shape: Shape, outputDensity: Double) {
      backward = BackwardFixture(shape)
      lists = ListBuffers(rows: shape.rows, columns: shape.outputs)
      var random = PseudoRandom(shape.inputs * 31 + shape.rows)
      for row in 0..<shape.rows {
        for output in 0..<shape.outputs where !random.chance(outputDensity) {
          // What is not listed is a zero of either sign.
          backward.delta[row * shape.outputStride + output] = output % 3 == 0 ? -0.0 : 0
        }
      }
      rectifier_list_rows(
        RECTIFIER_PORTABLE, backward.delta.pointer, shape.outputStride, shape.outputs, 0,
        shape.rows, lists.descriptor)
    }

    func run(_ set: rectifier_isa, _ job: rectifier_backward, panels: Range<Int>) {
      let size = rectifier_backward_outputs_scratch_size(shape.rows)
      let scratch = KernelBuffer<UInt8>(count: size, byte: 0xFF)
      var job = job
      job.scratch = UnsafeMutableRawPointer(scratch.pointer)
      rectifier_backward_outputs(set, &job, lists.descriptor, panels.lowerBound, panels.count)
      #expect(scratch.isBorderIntact, "scratch on \(KernelSet.name(set)), \(shape)")
    }

    /// Runs a panel at a time, the last one first, and compares with the twin.
    func expectTwin(_ options: BackwardOptions) {
      let expected = backward.twin(options)
      let panelCount = (shape.outputs + 127) / 128
      for set in KernelSet.available {
        let result = BackwardResult(backward.forward)
        let job = backward.job(options, into: result)
        for panel in (0..<panelCount).reversed() { run(set, job, panels: panel..<panel + 1) }
        result.expect(expected, "\(KernelSet.name(set)), \(shape), \(options)")
        let whole = BackwardResult(backward.forward)
        run(set, backward.job(options, into: whole), panels: 0..<panelCount)
        whole.expect(expected, "all panels, \(KernelSet.name(set)), \(shape), \(options)")
      }
    }
  }

  /// Without deltas of inputs, every rule and penalty in turn.
  private static func options(_ number: Int) -> BackwardOptions {
    var options = BackwardOptions.number(number)
    options.wantsInputDelta = false
    options.everyInput = false
    return options
  }

  @Test("Gives the twin's bits", arguments: Array(Shape.table.enumerated()).map(\.offset))
  func twin(number: Int) {
    let densities = [0.1, 0, 1, 0.4]
    let fixture = Fixture(Shape.table[number], outputDensity: densities[number % 4])
    fixture.expectTwin(Self.options(number))
    fixture.expectTwin(Self.options(number + 3))
  }

  @Test("Weights that are -0, and sums that underflow to it")
  func negativeZeros() {
    let shape = Shape(inputs: 70, outputs: 145, rows: 30, density: 0.3)
    let fixture = Fixture(shape, outputDensity: 0.2)
    for input in stride(from: 0, to: shape.inputs, by: 3) {
      fixture.backward.forward.weights[shape.weightPlace(input, input)] = -0.0
    }
    for place in 0..<fixture.backward.delta.count where place % 7 == 0 {
      fixture.backward.delta[place] *= 1e-38
    }
    for number in 0..<4 { fixture.expectTwin(Self.options(number)) }
  }
}
