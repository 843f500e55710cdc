// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNumerics

/// A network for prediction: immutable, to be shared between threads.
public struct Predictor: Sendable {
  /// What predicts.
  public let network: Network
  /// How the weights that are read are stored.
  public let precision: WeightPrecision
  /// How: nothing of it shows in a result.
  public package(set) var execution: Execution
  private let bfloat16Weights: BFloat16Weights?

  /// A predictor of a network.
  ///
  /// With `bfloat16` it rounds the weights once, here, and keeps them beside the network: half of the
  /// network's bytes, and the only ones that predictions read.
  public init(
    _ network: Network, precision: WeightPrecision = .float32, execution: Execution = .default
  ) {
    self.network = network
    self.precision = precision
    self.execution = execution
    bfloat16Weights = BFloat16Weights(network, precision: precision)
  }

  /// The buffers of predictions; each thread that predicts has its own.
  public struct Workspace: ~Copyable {
    let pass: ForwardPass
    /// The rows that are computed at once; larger batches are cut.
    public var batchCapacity: Int { pass.rowCapacity }
  }

  /// A workspace for batches of up to `batchCapacity` rows.
  public func workspace(batchCapacity: Int) -> Workspace {
    guard batchCapacity > 0 else { fatalError("workspace: \(batchCapacity) rows") }
    return Workspace(
      pass: ForwardPass(
        architecture: network.architecture, rowCapacity: batchCapacity, keepsSlopes: false))
  }

  /// Writes the head's outputs for each row: class probabilities, or reals.
  ///
  /// Allocates nothing, on however many threads, once their first call has begun the threads.
  ///
  /// - Parameters:
  ///   - batch: `[rows × inputs]`, features scaled as in training; larger batches than the
  ///     workspace's are cut.
  ///   - result: `[rows × outputs]`.
  ///   - workspace: The caller's buffers.
  /// - Precondition: the shapes match, and the workspace is of a predictor of this architecture.
  ///
  /// A row's result does not depend on the rows beside it, down to the last bit.
  public func predict(_ batch: Matrix, into result: inout Matrix, using workspace: inout Workspace)
  {
    batch.withUnsafePointer { rows in
      predict(
        rowCount: batch.rowCount, columnCount: batch.columnCount, into: &result, workspace.pass
      ) { .rows(rows + $0.lowerBound * batch.stride) }
    }
  }

  /// The same for sparse rows, at a cost that follows their entries; the bits are those of the same
  /// rows as a `Matrix`.
  ///
  /// Allocates nothing once the workspace has met rows as sparse, and as many entries at a time.
  public func predict(
    _ batch: SparseMatrix, into result: inout Matrix, using workspace: inout Workspace
  ) {
    predict(
      rowCount: batch.rowCount, columnCount: batch.columnCount, into: &result, workspace.pass
    ) { .sparse(batch, .range($0)) }
  }

  /// Runs the network over as many rows at a time as there is room for, each from its source.
  private func predict(
    rowCount: Int, columnCount: Int, into result: inout Matrix, _ pass: ForwardPass,
    source: (Range<Int>) -> InputBatch.Source
  ) {
    check(rowCount: rowCount, columnCount: columnCount, result, pass)
    let resultStride = result.stride
    result.withUnsafeMutablePointer { outputs in
      for begin in stride(from: 0, to: rowCount, by: pass.rowCapacity) {
        let rows = begin..<min(begin + pass.rowCapacity, rowCount)
        pass.run(
          network, bfloat16Weights: bfloat16Weights, source: source(rows), rowCount: rows.count,
          execution: execution)
        link(pass.outputs.last!, rowCount: rows.count, into: outputs + begin * resultStride)
      }
    }
  }

  /// Makes the head's values of the last layer's outputs.
  private func link(
    _ outputs: AlignedBuffer<Float>, rowCount: Int, into values: UnsafeMutablePointer<Float>
  ) {
    let head = network.architecture.head
    if let link = head.link {
      var job = head.realJob(outputs, link: link, rowCount: rowCount)
      job.values = values
      rectifier_real_head_rows(execution.instructionSet.code, &job)
    } else {
      var job = head.softmaxJob(outputs, rowCount: rowCount)
      job.probabilities = values
      rectifier_softmax_rows(execution.instructionSet.code, &job)
    }
  }

  /// The head's outputs for each row; allocates a workspace and the result.
  public func predict(_ batch: Matrix) -> Matrix {
    predict(rowCount: batch.rowCount) { predict(batch, into: &$0, using: &$1) }
  }

  /// The same for sparse rows.
  public func predict(_ batch: SparseMatrix) -> Matrix {
    predict(rowCount: batch.rowCount) { predict(batch, into: &$0, using: &$1) }
  }

  private func predict(
    rowCount: Int, _ predict: (inout Matrix, inout Workspace) -> Void
  ) -> Matrix {
    var workspace = workspace(batchCapacity: min(max(1, rowCount), 256))
    var result = Matrix(rowCount: rowCount, columnCount: network.architecture.head.outputCount)
    predict(&result, &workspace)
    return result
  }

  private func check(
    rowCount: Int, columnCount: Int, _ result: Matrix, _ pass: ForwardPass
  ) {
    let architecture = network.architecture
    guard pass.architecture == architecture else {
      fatalError("predict: the workspace is for widths \(pass.architecture.widths)")
    }
    guard columnCount == architecture.inputCount else {
      fatalError(
        "predict: input has \(columnCount) columns, network expects"
          + " \(architecture.inputCount)")
    }
    guard result.rowCount == rowCount, result.columnCount == architecture.head.outputCount else {
      fatalError(
        "predict: result is \(result.rowCount) × \(result.columnCount), expected"
          + " \(rowCount) × \(architecture.head.outputCount)")
    }
  }
}
