// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import CRectifierKernelsReference
import Testing

/// Which parts of the backward pass a test asks for.
struct BackwardOptions: CustomStringConvertible, Sendable {
  enum Slope: CaseIterable, Sendable {
    case none
    case sign
    case values
  }

  var slope = Slope.none
  var everyInput = false
  var wantsInputDelta = true
  var wantsGradient = false
  var l1: Float = 0
  var weightL2: Float = 0
  var rule = RECTIFIER_SGD
  var rate: Float = 0.125

  var description: String {
    "slope \(slope), every input \(everyInput), input delta \(wantsInputDelta), "
      + "gradient \(wantsGradient), l1 \(l1), weight L2 \(weightL2), rule \(rule.rawValue)"
  }

  var update: rectifier_update { .kernel(rule, rate: rate) }

  /// Every choice in turn.
  static func number(_ number: Int) -> BackwardOptions {
    BackwardOptions(
      slope: Slope.allCases[number % 3], everyInput: number % 4 == 3,
      wantsInputDelta: number % 5 != 4, wantsGradient: number % 2 == 1,
      l1: number % 7 < 3 ? 0 : 0.01, weightL2: number / 5 % 2 == 1 ? 0.02 : 0,
      rule: UpdateRule.all[number / 2 % 4])
  }
}

/// What a backward pass writes; weights and moments are read as well.
final class BackwardResult: @unchecked Sendable {
  let weights: KernelBuffer<Float>
  let inputDelta: KernelBuffer<Float>
  let gradient: KernelBuffer<Float>
  let moments: MomentBuffers

  init(_ fixture: LayerFixture) {
    weights = KernelBuffer(copying: fixture.weights)
    moments = MomentBuffers(like: weights)
    inputDelta = KernelBuffer(count: fixture.input.count)
    for place in 0..<inputDelta.count { inputDelta[place] = 12345 }
    gradient = KernelBuffer(count: fixture.weights.count, byte: 0xFF)
  }

  func expect(
    _ expected: BackwardResult, _ what: @autoclosure () -> String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    weights.expectBits(of: expected.weights, "weights, \(what())", sourceLocation: sourceLocation)
    inputDelta.expectBits(
      of: expected.inputDelta, "input delta, \(what())", sourceLocation: sourceLocation)
    gradient.expectBits(
      of: expected.gradient, "gradient, \(what())", sourceLocation: sourceLocation)
  }
}

/// A layer with a batch and the deltas that come back to it.
final class BackwardFixture: @unchecked Sendable {
  let forward: LayerFixture
  let delta: KernelBuffer<Float>
  let inputSlope: KernelBuffer<Float>
  let inputSign: KernelBuffer<Float>

  var shape: Shape { forward.shape }

  init(_ shape: Shape, listsWholeRows: Bool = false) {
    forward = LayerFixture(shape, listsWholeRows: listsWholeRows)
    delta = KernelBuffer(count: shape.rows * shape.outputStride)
    inputSlope = KernelBuffer(count: shape.rows * shape.inputStride)
    inputSign = KernelBuffer(count: shape.inputStride)
    var random = PseudoRandom(shape.outputs * 77 + shape.rows)
    for row in 0..<shape.rows {
      for output in 0..<shape.outputs { delta[row * shape.outputStride + output] = random.value() }
    }
    for place in 0..<inputSlope.count { inputSlope[place] = random.value() }
    for input in 0..<inputSign.count { inputSign[input] = random.chance(0.5) ? -1 : 1 }
  }

  /// Input i is active in i samples: below, at and above what fits in the registers of each set.
  static func growingRows() -> BackwardFixture {
    let fixture = BackwardFixture(Shape(inputs: 21, outputs: 145, rows: 20, density: 0))
    var random = PseudoRandom(3)
    fixture.forward.fillInput { row, input in
      (row * 7 + input) % 20 < input ? random.value() : 0
    }
    return fixture
  }

  /// All inputs; without scratch.
  func job(_ options: BackwardOptions, into result: BackwardResult) -> rectifier_backward {
    var layer = forward.layer
    layer.weights = result.weights.pointer
    return rectifier_backward(
      layer: layer, row_count: shape.rows, input: forward.input.pointer,
      input_stride: shape.inputStride,
      input_lists: UnsafePointer(forward.inputLists.descriptor), delta: delta.pointer,
      delta_stride: shape.outputStride,
      input_delta: options.wantsInputDelta ? result.inputDelta.pointer : nil,
      input_slope: options.slope == .values ? UnsafePointer(inputSlope.pointer) : nil,
      input_sign: options.slope == .sign ? UnsafePointer(inputSign.pointer) : nil,
      l1: options.l1, every_input: options.everyInput,
      batch_scale: 1 / Float(max(1, shape.rows)), weight_l2: options.weightL2,
      update: options.update, moments: result.moments.pointers,
      gradient: options.wantsGradient ? result.gradient.pointer : nil, first_input: 0,
      range_count: shape.inputs, scratch: nil)
  }

  /// Runs a job's range of inputs on a set, with scratch of just the size it asks for.
  func run(_ set: rectifier_isa, _ job: rectifier_backward) {
    let size = rectifier_backward_scratch_size(
      job.row_count, job.range_count, job.row_count * job.range_count)
    let scratch = KernelBuffer<UInt8>(count: size, byte: 0xFF)
    var job = job
    job.scratch = UnsafeMutableRawPointer(scratch.pointer)
    rectifier_backward_rows(set, &job)
    #expect(scratch.isBorderIntact, "scratch on \(KernelSet.name(set)), \(shape)")
  }

  func twin(_ options: BackwardOptions) -> BackwardResult {
    let result = BackwardResult(forward)
    var job = job(options, into: result)
    rectifier_backward_rows_reference(&job)
    return result
  }

  /// Runs on every set and compares with the twin, whose result it returns.
  @discardableResult
  func expectTwin(
    _ options: BackwardOptions, sourceLocation: SourceLocation = #_sourceLocation
  ) -> BackwardResult {
    let expected = twin(options)
    for set in KernelSet.available {
      let result = BackwardResult(forward)
      run(set, job(options, into: result))
      result.expect(
        expected, "\(KernelSet.name(set)), \(shape), \(options)", sourceLocation: sourceLocation)
    }
    return expected
  }
}
