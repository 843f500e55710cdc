// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

extension Network {
  /// The gradient of the objective over a batch, for whoever writes an optimizer of their own.
  ///
  ///     J = (1/N) Σₙ [ loss(n) + Σₗ λₗ Σᵤ |h(l, n, u)| ] + λ₂/2 Σ w²
  ///
  /// A sample's loss is that of the head times the weight of its class, where there are weights.
  ///
  /// - Parameters:
  ///   - batch: `[rows × inputs]`, features scaled as in training.
  ///   - targets: One a row: classes for softmax, else reals; for logistic from 0 to 1, or sets of
  ///     classes.
  ///   - activationL1: λ, one coefficient a hidden layer; none for no penalty.
  ///   - weightL2: λ₂, of all weights; biases are not penalised.
  ///   - tiesWeights: Whether the network is an autoencoder whose decoder has the encoder's weights,
  ///     transposed. The gradient by the shared weights is the sum of those of both uses, the
  ///     encoder's first; the decoder's part holds it once more, transposed.
  ///   - classWeights: One a class that its samples' losses are multiplied by, or, of sets, that a
  ///     label's terms are; none for 1.
  ///   - dropout: Which inputs and units the batch goes without; nil for none.
  ///   - execution: How; no result depends on it.
  /// - Returns: The gradient in the form of the parameters, the mean of the data loss without the
  ///   penalties, summed in Double in row order, in nats or squared units.
  /// - Precondition: The batch has rows, and its shape and the targets are the network's; tied, the
  ///   network has one hidden layer, as many real outputs as inputs, and transposed weights; a draw
  ///   has a number for each row, and rates from 0 on and below 1, one a hidden layer or none.
  ///
  /// At a kink the subgradient is 0: rectifier′(0) = 0, and |h| has slope 0 at h = 0. The bits are
  /// those that a fused step applies.
  public func gradient(
    of batch: Matrix, targets: Dataset.Targets, activationL1: [Float] = [],
    weightL2: Float = 0, tiesWeights: Bool = false, classWeights: [Float] = [],
    dropout: DropoutDraw? = nil, execution: Execution = .default
  ) -> (gradient: Parameters, loss: Double) {
    batch.withUnsafePointer { rows in
      gradient(
        rowCount: batch.rowCount, columnCount: batch.columnCount, targets: targets,
        activationL1: activationL1, weightL2: weightL2, tiesWeights: tiesWeights,
        classWeights: classWeights, draw: dropout, execution: execution
      ) { input in
        guard dropout?.dropout.input ?? 0 != 0 else { return .rows(rows) }
        input.rows.update(from: rows, count: batch.rowCount * batch.stride)
        return .own
      }
    }
  }

  /// The same over sparse rows, at a cost that follows their entries, but for the gradient, which is
  /// as long as the parameters; the bits are those of the same rows as a `Matrix`. Where inputs are
  /// dropped, the rows are made dense first.
  public func gradient(
    of batch: SparseMatrix, targets: Dataset.Targets, activationL1: [Float] = [],
    weightL2: Float = 0, tiesWeights: Bool = false, classWeights: [Float] = [],
    dropout: DropoutDraw? = nil, execution: Execution = .default
  ) -> (gradient: Parameters, loss: Double) {
    if dropout?.dropout.input ?? 0 != 0 {
      return gradient(
        of: Matrix(batch), targets: targets, activationL1: activationL1, weightL2: weightL2,
        tiesWeights: tiesWeights, classWeights: classWeights, dropout: dropout,
        execution: execution)
    }
    return gradient(
      rowCount: batch.rowCount, columnCount: batch.columnCount, targets: targets,
      activationL1: activationL1, weightL2: weightL2, tiesWeights: tiesWeights,
      classWeights: classWeights, draw: dropout, execution: execution
    ) { _ in .sparse(batch, .range(0..<batch.rowCount)) }
  }

  /// The gradient over rows that `source` gives, into the room that it is offered or elsewhere.
  private func gradient(
    rowCount: Int, columnCount: Int, targets: Dataset.Targets, activationL1: [Float],
    weightL2: Float, tiesWeights: Bool, classWeights: [Float], draw: DropoutDraw?,
    execution: Execution, source: (InputBatch) -> InputBatch.Source
  ) -> (gradient: Parameters, loss: Double) {
    guard rowCount > 0, columnCount == architecture.inputCount else {
      fatalError(
        "gradient: batch is \(rowCount) × \(columnCount), network expects rows of"
          + " \(architecture.inputCount)")
    }
    let hiddenCount = architecture.hiddenWidths.count
    guard activationL1.isEmpty || activationL1.count == hiddenCount else {
      fatalError("gradient: \(activationL1.count) coefficients for \(hiddenCount) hidden layers")
    }
    guard !tiesWeights || hasTiedWeights else {
      fatalError("gradient: tied weights of \(architecture.widths), whose decoder is another")
    }
    let forward = forwardPass(
      rowCount: rowCount, dropout: draw, execution: execution, source: source)
    let head = HeadPass(
      head: architecture.head, classWeights: classWeights, rowCapacity: rowCount)
    let backward = BackwardPass(architecture: architecture, rowCapacity: rowCount)
    (0..<Int32(rowCount)).map { $0 }.withUnsafeBufferPointer { head.gather(targets, rows: $0) }
    head.run(
      forward.outputs.last!, delta: backward.deltas.last!, rowCount: rowCount,
      instructionSet: execution.instructionSet)
    var gradient = Parameters(zerosFor: architecture)
    let coefficients =
      activationL1.isEmpty ? [Float](repeating: 0, count: hiddenCount) : activationL1
    let pass = BackwardPass.Batch(
      forward: forward, rowCount: rowCount, activationL1: coefficients, weightL2: weightL2,
      execution: execution)
    if tiesWeights {
      backward.gradientOfTied(self, into: &gradient, batch: pass)
      gradient.transposeWeights(ofLayer: 0, into: 1, execution: execution)
    } else {
      backward.gradient(of: self, into: &gradient, batch: pass)
    }
    return (gradient, head.lossSum(rowCount: rowCount) / Double(rowCount))
  }

  private func forwardPass(
    rowCount: Int, dropout draw: DropoutDraw?, execution: Execution,
    source: (InputBatch) -> InputBatch.Source
  ) -> ForwardPass {
    let dropout = draw?.dropout ?? .none
    let numbers = draw?.rows ?? Array(0..<rowCount)
    guard
      numbers.count == rowCount,
      (try? dropout.check(hiddenCount: architecture.hiddenWidths.count)) != nil
    else {
      fatalError("gradient: \(dropout) of \(rowCount) rows with \(numbers.count) numbers")
    }
    let forward = ForwardPass(
      architecture: architecture, rowCapacity: rowCount, keepsSlopes: true,
      changedLayers: dropout.hiddenLayers)
    let pass = DropoutPass(dropout, seed: draw?.seed ?? Seed(0), forward: forward)
    let piece = SampleOrder.Piece(pass: draw?.pass ?? 0, range: 0..<rowCount)
    let source = source(forward.input)
    numbers.map { Int32($0) }.withUnsafeBufferPointer {
      pass.run(self, source: source, rows: $0, pieces: [piece], execution: execution)
    }
    return forward
  }
}
