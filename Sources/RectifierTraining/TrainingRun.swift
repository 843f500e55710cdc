// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// A network in training, a step or an epoch at a time.
///
///     let run = try TrainingRun(network, training: a, validation: b, options: options)
///     while let epoch = try run.epoch() { print(epoch.validationLoss) }
///     let model = run.best
///
/// The same network, data and options give the same bytes for any `Execution`, and so does a run
/// that was stopped after any step and resumed from its checkpoint.
public final class TrainingRun {
  /// What determines the run beside its data and initial network.
  public let options: TrainingOptions
  /// How work is carried out; no result depends on it.
  public let execution: Execution
  /// Completed epochs.
  public private(set) var reports: [EpochReport] = []
  var network: Network
  var optimizerState: OptimizerState
  var bestNetwork: Network?
  var progress = EpochProgress()
  /// What the outputs mean; nil for reals that stand for themselves.
  public let task: LearningTask?
  let training: Dataset
  let validation: Dataset
  let trainingFacts: DataFacts
  let validationFacts: DataFacts
  private let forward: ForwardPass
  private let backward: BackwardPass
  private let head: HeadPass
  private let corruption: CorruptionPass
  private let dropout: DropoutPass
  private let evaluator: BatchEvaluator
  /// λ of each hidden layer in the epoch at hand.
  private var activationL1: [Float]
  private var order: SampleOrder
  private var stopwatch = Stopwatch()
  private var failure: TrainingError?

  /// A run from the beginning.
  ///
  /// - Throws: `TrainingError`: options out of range, data that do not fit the network, fewer
  ///   than two classes, a batch larger than the training part.
  public convenience init(
    _ network: Network, training: Dataset, validation: Dataset, options: TrainingOptions,
    execution: Execution = .default
  ) throws(TrainingError) {
    try self.init(
      unchecked: network, training: training, validation: validation, options: options,
      execution: execution)
    try check()
  }

  /// A run that goes on from a checkpoint, with the data it was made with.
  ///
  /// - Throws: `TrainingError.otherData` where checksums differ; else as a new run.
  public convenience init(
    resuming checkpoint: Checkpoint, training: Dataset, validation: Dataset,
    execution: Execution = .default
  ) throws(TrainingError) {
    let facts = checkpoint.last.facts
    try self.init(
      unchecked: checkpoint.last.network, training: training, validation: validation,
      options: facts.options, execution: execution)
    for (data, expected, found) in [
      (training, facts.training, trainingFacts), (validation, facts.validation, validationFacts),
    ] where expected != found {
      throw .otherData(
        name: data.name, expected: expected.description, found: found.description)
    }
    try check()
    optimizerState = checkpoint.optimizerState
    bestNetwork = checkpoint.best?.network
    reports = checkpoint.reports
    adaptActivationL1()
    progress = checkpoint.progress
    // Only an epoch whose end failed has taken all its steps: it fails again.
    if progress.stepCount == stepCount { try endEpoch() }
  }

  private init(
    unchecked network: Network, training: Dataset, validation: Dataset, options: TrainingOptions,
    execution: Execution
  ) throws(TrainingError) {
    try options.check(network.architecture, rowCount: training.rowCount)
    self.network = network
    // A tied decoder begins as the encoder transposed, whatever the network brought.
    if options.tiesWeights { self.network.tieDecoder(execution: execution) }
    optimizerState = OptimizerState(of: options.optimizer, architecture: network.architecture)
    self.training = training
    self.validation = try Self.numbered(validation, as: training)
    self.options = options
    activationL1 = options.activationL1
    self.execution = execution
    trainingFacts = DataFacts(training)
    validationFacts = DataFacts(validation)
    order = SampleOrder(rowCount: training.rowCount, seed: options.seed)
    let batchSize = options.batchSize
    forward = ForwardPass(
      architecture: network.architecture, rowCapacity: batchSize, keepsSlopes: true,
      changedLayers: options.dropout.hiddenLayers)
    backward = BackwardPass(architecture: network.architecture, rowCapacity: batchSize)
    head = HeadPass(
      head: network.architecture.head, classWeights: options.classWeights, rowCapacity: batchSize)
    corruption = CorruptionPass(
      options.corruption, seed: options.seed, columnCount: network.architecture.inputCount,
      rowCapacity: batchSize)
    dropout = DropoutPass(options.dropout, seed: options.seed, forward: forward)
    task = options.task ?? LearningTask(head: network.architecture.head, labels: training.labels)
    evaluator = BatchEvaluator(
      architecture: network.architecture, task: task, classWeights: options.classWeights)
    adaptActivationL1()
  }

  /// Whether no step is left: all epochs are done, or patience has ended.
  public var isFinished: Bool {
    if reports.count >= options.epochCount { return true }
    guard options.patience > 0, let best = reports.last(where: \.isBest) else { return false }
    return reports.count - best.epoch >= options.patience
  }

  /// Steps of an epoch; the last may be short.
  public var stepCount: Int {
    (epochSampleCount + options.batchSize - 1) / options.batchSize
  }

  private var epochSampleCount: Int { options.epochSampleCount(of: training.rowCount) }

  /// Trains on one batch; the last batch of an epoch ends it with a validation and a report.
  ///
  /// - Throws: `TrainingError.diverged` where the loss is not finite, before the parameters are
  ///   touched, or a parameter is not finite at the epoch's end; the run cannot go on then.
  /// - Precondition: The run is not finished.
  public func step() throws(TrainingError) -> StepReport {
    if let failure { throw failure }
    guard !isFinished else { fatalError("training: a step after epoch \(reports.count), the last") }
    if progress.stepCount == 0 { stopwatch = Stopwatch(coversWholeEpoch: true) }
    let start = ContinuousClock.now
    let report = try trainOnNextBatch()
    stopwatch.trainingSeconds += Stopwatch.seconds(since: start)
    if progress.stepCount == stepCount { try endEpoch() }
    return report
  }

  /// A step of an epoch without end: after the last batch the first follows, in the same order, and
  /// nothing is validated, reported or kept. For whoever times steps.
  ///
  /// - Precondition: The run's epochs are not stepped through as well.
  package func timedStep() throws(TrainingError) {
    if progress.stepCount == stepCount { progress = EpochProgress() }
    _ = try trainOnNextBatch()
  }

  /// Whether all parameters, and what the optimizer keeps of them, are finite: to be asked before a
  /// checkpoint replaces a good one.
  ///
  /// - Throws: `TrainingError.diverged` where one is not, and where the run has diverged before.
  public func checkParameters() throws(TrainingError) {
    if let failure { throw failure }
    if let layer = network.parameters.firstNonFiniteLayer ?? optimizerState.firstNonFiniteLayer {
      throw diverged(step: progress.stepCount, layer: layer)
    }
  }

  /// Trains to the end of the epoch.
  ///
  /// - Parameter onStep: Called after each step; false stops the run there, to go on later.
  /// - Returns: The epoch's report; nil where the run was finished, or stopped by `onStep`.
  /// - Throws: As step().
  public func epoch(
    onStep: ((StepReport) -> Bool)? = nil
  ) throws(TrainingError) -> EpochReport? {
    if isFinished { return nil }
    let epochCount = reports.count
    while reports.count == epochCount {
      let report = try step()
      if let onStep, !onStep(report), reports.count == epochCount { return nil }
    }
    return reports.last
  }
}

extension TrainingRun {
  private func trainOnNextBatch() throws(TrainingError) -> StepReport {
    let begin = progress.sampleCount
    let rowCount = min(options.batchSize, epochSampleCount - begin)
    let execution = stepExecution(rowCount: rowCount)
    order.takeBatch(from: reports.count * epochSampleCount + begin, count: rowCount)
    order.rows.withUnsafeBufferPointer { rows in
      let source = inputs(rows: rows, execution: execution)
      head.gather(training, rows: rows, instructionSet: execution.instructionSet)
      dropout.run(
        network, source: source, rows: rows, pieces: order.pieces, execution: execution)
    }
    head.run(
      forward.outputs.last!, delta: backward.deltas.last!, rowCount: rowCount,
      instructionSet: execution.instructionSet)
    let loss = head.lossSum(rowCount: rowCount)
    guard loss.isFinite else {
      throw diverged(
        step: progress.stepCount + 1, layer: forward.firstNonFiniteLayer(rowCount: rowCount))
    }
    applyGradient(rowCount: rowCount)
    head.addLosses(to: &progress.lossSum, rowCount: rowCount)
    progress.errorCount += head.errorCount(rowCount: rowCount)
    progress.sampleCount += rowCount
    progress.stepCount += 1
    return StepReport(
      epoch: reports.count + 1, step: progress.stepCount, stepCount: stepCount,
      sampleCount: rowCount, loss: loss / Double(rowCount),
      zeroFraction: zeroFraction(rowCount: rowCount))
  }

  /// Sets λ for the epoch at hand, where it is adapted.
  private func adaptActivationL1() {
    let widths = network.architecture.hiddenWidths
    guard let target = options.zeroTarget(hiddenWidths: widths) else { return }
    activationL1 = Array(repeating: target.coefficient(after: reports), count: widths.count)
  }

  /// The inputs of a batch, corrupted. Sparse rows stay so where nothing changes them: corruption and
  /// dropout of inputs draw a number for every input, and have them dense.
  private func inputs(
    rows: UnsafeBufferPointer<Int32>, execution: Execution
  ) -> InputBatch.Source {
    let input = forward.input
    if options.corruption == .none, options.dropout.input == 0 {
      return input.gather(rows, of: training, execution: execution)
    }
    input.copy(rows, of: training, execution: execution)
    for piece in order.pieces {
      corruption.run(
        input.rows + piece.range.lowerBound * input.stride, stride: input.stride,
        rows: UnsafeBufferPointer(rebasing: rows[piece.range]), pass: piece.pass,
        execution: execution)
    }
    return .own
  }

  /// The backward pass with the update, at the learning rate of the step at hand.
  private func applyGradient(rowCount: Int) {
    let (epoch, step) = (reports.count + 1, progress.stepCount + 1)
    let rate = options.learningRate(epoch: epoch, step: step, stepCount: stepCount)
    let update = options.optimizer.update(rate: rate, step: reports.count * stepCount + step)
    let batch = BackwardPass.Batch(
      forward: forward, rowCount: rowCount, activationL1: activationL1,
      weightL2: options.weightL2, execution: stepExecution(rowCount: rowCount))
    if options.tiesWeights {
      backward.updateTied(&network, &optimizerState, by: update, batch: batch)
    } else {
      backward.update(&network, &optimizerState, by: update, batch: batch)
    }
  }

  /// How a step is carried out: on one thread where it is so small that the weights which it changes
  /// stay in one core's cache, from where a second thread would have to fetch them.
  private func stepExecution(rowCount: Int) -> Execution {
    var execution = execution
    let skipsZeros =
      execution.kernels != .dense
      && network.architecture.activations.allSatisfy(\.zeroOutputMeansZeroDerivative)
    if skipsZeros, rowCount * visitCount < Self.leastVisitsOfTwoThreads {
      execution.threadCount = 1
    }
    return execution
  }

  /// The weights that a sample meets: all, but of sparse inputs those alone that are not zero.
  private var visitCount: Int {
    let count = network.parameters.count
    guard case .sparse(let matrix) = training.features else { return count }
    let first = network.architecture.layers[0]
    let entryCount = (matrix.entryCount + matrix.rowCount - 1) / matrix.rowCount
    return count - (first.inputCount - entryCount) * first.outputCount
  }

  /// Weights times samples of a step from which on it is divided over threads.
  private static let leastVisitsOfTwoThreads = 8_000_000

  /// Exact zeros a hidden layer over the batch at hand.
  private func zeroFraction(rowCount: Int) -> [Double] {
    network.architecture.hiddenWidths.enumerated().map { layer, width in
      let zeroCount = forward.zeroCount(ofHiddenLayer: layer, rowCount: rowCount)
      return Double(zeroCount) / Double(rowCount * width)
    }
  }

  /// Validates, reports, and keeps the network where it is the best so far.
  private func endEpoch() throws(TrainingError) {
    try checkParameters()
    let start = ContinuousClock.now
    let result = evaluator.evaluate(network, on: validation, execution: execution)
    if let layer = evaluator.firstNonFiniteLayer {
      throw diverged(step: progress.stepCount, layer: layer)
    }
    let widths = network.architecture.hiddenWidths
    let coefficient = options.targetZeros == nil ? nil : activationL1[0]
    let rank = options.rank(
      zeroFraction: result.zeroFraction, score: result.scored.score ?? result.loss,
      loss: result.loss, hiddenWidths: widths, activationL1: coefficient)
    let isBest = reports.allSatisfy { rank < options.rank($0, hiddenWidths: widths) }
    let sampleCount = Double(progress.sampleCount)
    let isClassifier = result.errorRate != nil
    reports.append(
      EpochReport(
        epoch: reports.count + 1, trainingLoss: progress.lossSum / sampleCount,
        trainingErrorRate: isClassifier ? Double(progress.errorCount) / sampleCount : nil,
        validationLoss: result.loss, validationErrorRate: result.errorRate,
        validationMeasures: validationMeasures(result), zeroFraction: result.zeroFraction,
        deadUnitCount: result.deadUnitCount, isBest: isBest,
        activationL1: coefficient,
        seconds: stopwatch.coversWholeEpoch ? stopwatch.trainingSeconds : nil,
        evaluationSeconds: Stopwatch.seconds(since: start)))
    if isBest { bestNetwork = network }
    adaptActivationL1()
    progress = EpochProgress()
  }

  /// What is kept of each epoch.
  private func validationMeasures(_ result: Evaluation) -> [Measure: Double]? {
    let kept = epochMeasures
    return kept.isEmpty ? nil : result.measures.filter { kept.contains($0.key) }.mapValues(\.value)
  }

  private func diverged(step: Int, layer: Int) -> TrainingError {
    let error = TrainingError.diverged(
      epoch: reports.count + 1, step: step, layer: network.architecture.layerName(layer))
    failure = error
    return error
  }
}
