// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import CRectifierKernelsReference
import Testing

/// What a forward product writes. Memory begins as NaN, so that what is not written shows.
final class ForwardResult: @unchecked Sendable {
  let shape: Shape
  let output: KernelBuffer<Float>
  let slope: KernelBuffer<Float>
  let lists: ListBuffers

  init(_ shape: Shape) {
    self.shape = shape
    output = KernelBuffer(count: shape.rows * shape.outputStride, byte: 0xFF)
    slope = KernelBuffer(count: shape.rows * shape.outputStride, byte: 0xFF)
    lists = ListBuffers(rows: shape.rows, columns: shape.outputs)
  }

  func expect(
    _ expected: ForwardResult, _ what: @autoclosure () -> String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    output.expectBits(of: expected.output, "output, \(what())", sourceLocation: sourceLocation)
    slope.expectBits(of: expected.slope, "slope, \(what())", sourceLocation: sourceLocation)
    #expect(
      lists.allEntries == expected.lists.allEntries, "\(what())", sourceLocation: sourceLocation)
    #expect(lists.areBordersIntact, "\(what())", sourceLocation: sourceLocation)
  }

  /// The outputs of a row, without padding.
  func outputs(ofRow row: Int) -> [Float] {
    (0..<shape.outputs).map { output[row * shape.outputStride + $0] }
  }
}

/// Which of the two products runs.
enum ForwardKernel: CaseIterable, Sendable {
  case dense
  case sparse

  func run(_ set: rectifier_isa, _ job: rectifier_forward) {
    withUnsafePointer(to: job) { job in
      switch self {
      case .dense: rectifier_forward_dense(set, job)
      case .sparse: rectifier_forward_sparse(set, job)
      }
    }
  }
}

/// Every kernel of every instruction set.
struct ForwardVariant: CustomStringConvertible {
  let set: rectifier_isa
  let kernel: ForwardKernel
  var description: String { "\(kernel) on \(KernelSet.name(set))" }

  static let all = KernelSet.available.flatMap { set in
    ForwardKernel.allCases.map { ForwardVariant(set: set, kernel: $0) }
  }

  func run(_ job: rectifier_forward) { kernel.run(set, job) }
}

extension LayerFixture {
  /// All rows and panels, with slopes and lists, by the rectifier.
  func forwardJob(into result: ForwardResult, masked: Bool = false) -> rectifier_forward {
    rectifier_forward(
      layer: layer, bfloat16_weights: nil, input: input.pointer, input_stride: shape.inputStride,
      input_lists: UnsafePointer(inputLists.descriptor),
      activation: RECTIFIER_ACTIVATION_RECTIFIER, sharpness: 2,
      sign: masked ? UnsafePointer(sign.pointer) : nil, output: result.output.pointer,
      output_stride: shape.outputStride, slope: result.slope.pointer,
      output_lists: result.lists.descriptor, first_row: 0, row_count: shape.rows, first_panel: 0,
      panel_count: shape.panels)
  }

  /// Runs a job that `configure` has changed on every kernel and compares with the twin, whose
  /// result it returns.
  @discardableResult
  func expectForwardTwin(
    masked: Bool = false, sourceLocation: SourceLocation = #_sourceLocation,
    _ configure: (inout rectifier_forward) -> Void = { _ in }
  ) -> ForwardResult {
    let expected = ForwardResult(shape)
    var job = forwardJob(into: expected, masked: masked)
    configure(&job)
    rectifier_forward_reference(&job)
    for variant in ForwardVariant.all {
      let result = ForwardResult(shape)
      var job = forwardJob(into: result, masked: masked)
      configure(&job)
      variant.run(job)
      result.expect(expected, "\(variant), \(shape)", sourceLocation: sourceLocation)
    }
    return expected
  }
}
