// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierInterchange
import RectifierNumerics
import RectifierTraining

/// The training of one trial by whoever has claimed it.
struct TrialTraining {
  let trial: Trial
  let data: TrainingData
  let folder: SweepFolder
  /// One thread.
  let execution: Execution
  /// Whether the model of the best epoch stays in the folder.
  let keepsModel: Bool
  /// Whether its last state stays, too, and that of a shorter training is gone on from.
  let keepsState: Bool
  /// How long training may go on at most before what it has reached is put away.
  let checkpointInterval: Duration
  let environment: [String: String]

  /// What is heard of the epochs, and asked after every step.
  struct Events {
    var pretrainingEpoch: (PretrainingReport) -> Void
    var epoch: (EpochReport) -> Void
    var shouldStop: () -> Bool
  }

  /// Trains to the end, from the beginning or from where an interrupted one left off, and writes the
  /// record.
  ///
  /// - Returns: Nil after a stop, with a checkpoint written.
  /// - Throws: What is wrong with the data, and the errors of writing; a network that diverges has a
  ///   record like any other.
  func run(_ events: Events) throws -> TrialRecord? {
    var record = TrialRecord(
      trial: trial, data: data.contents, startedAt: RunRecord.now(),
      host: TrialRecord.Host(
        instructionSet: execution.instructionSet, processorCount: Execution.processorCount,
        version: RectifierVersion.text))
    do {
      guard try train(events, into: &record) else { return nil }
    } catch let error as TrainingError {
      guard case .diverged = error else { throw error }
      record.divergence = "\(error)"
    } catch let error as PretrainingError {
      guard case .training(_, .diverged) = error else { throw error }
      record.divergence = "\(error)"
    }
    record.finishedAt = RunRecord.now()
    try record.write(to: folder.recordPath(of: trial))
    try Folder.removeFile(folder.checkpointPath(of: trial))
    return record
  }

  /// Whether training came to its end; if not, checkpoints are written.
  private func train(_ events: Events, into record: inout TrialRecord) throws -> Bool {
    var configuration = trial.configuration
    if let pretraining = TrialPretraining(of: trial, in: folder, environment: environment) {
      record.pretraining = try pretraining.run(
        epoch: events.pretrainingEpoch, shouldStop: events.shouldStop)
      if record.pretraining == nil { return false }
      configuration.pretrained = pretraining.path
    }
    let run = try makeRun(configuration)
    var observer = trial.observation.map { TrialObserver($0, data: data, execution: execution) }
    defer {
      record.observed = observer?.seen
      let validations = run.reports.map(\.validation)
      record.validationErrorRates = validations.map { $0[.errorRate] }
      record.validationScores = validations.filter { $0.kind != .errorRate }.compactMap(\.score)
    }
    guard try train(run, events, &observer) else {
      try leaveCheckpoint(of: run)
      return false
    }
    let best = best(of: run)
    try observer?.end(best)
    record.results = try measure(best, of: run)
    if keepsState { try run.checkpoint().write(to: folder.statePath(of: trial)) }
    return true
  }

  private func makeRun(_ configuration: TrainConfiguration) throws -> TrainingRun {
    if let checkpoint = try checkpoint(),
      let run = try configuration.makeRun(on: data, resuming: checkpoint, execution: execution)
    {
      return run
    }
    guard let run = try configuration.makeRun(on: data, execution: execution) else {
      fatalError("sweep: a new run that is not its own configuration's")
    }
    return run
  }

  /// What an interrupted training of the trial has left, else the last state of a shorter one.
  private func checkpoint() throws -> Checkpoint? {
    let path = folder.checkpointPath(of: trial)
    if isResumable, FileKind.of(path) != nil { return try Checkpoint(contentsOf: path) }
    let state = folder.statePath(of: trial)
    guard keepsState, FileKind.of(state) != nil else { return nil }
    return try Checkpoint(contentsOf: state).extended(to: trial.configuration.epochCount)
  }

  private func train(
    _ run: TrainingRun, _ events: Events, _ observer: inout TrialObserver?
  ) throws -> Bool {
    var lastCheckpoint = ContinuousClock.now
    observer?.see(run.last.network)
    while !run.isFinished {
      guard let report = try run.epoch(onStep: { _ in !events.shouldStop() }) else { return false }
      events.epoch(report)
      observer?.see(run.last.network)
      if run.isFinished { break }
      if events.shouldStop() { return false }
      if ContinuousClock.now - lastCheckpoint > checkpointInterval {
        try leaveCheckpoint(of: run)
        lastCheckpoint = .now
      }
    }
    return true
  }

  private var isResumable: Bool { trial.observation?.isOfEveryEpoch != true }

  private func leaveCheckpoint(of run: TrainingRun) throws {
    guard isResumable else { return }
    // A run that is about to diverge has to do so at the same step again, from the beginning.
    guard (try? run.checkParameters()) != nil else { return }
    try run.checkpoint().write(to: folder.checkpointPath(of: trial))
  }

  private func best(of run: TrainingRun) -> Model {
    guard let best = run.best else {
      fatalError("sweep: no best epoch among \(run.reports.count)")
    }
    return best
  }

  private func measure(_ best: Model, of run: TrainingRun) throws -> TrainingResults {
    if keepsModel { try best.write(to: folder.modelPath(of: trial)) }
    let measured = data.test ?? data.validation
    var metrics = Metrics(
      hiddenLayerCount: trial.configuration.hiddenWidths.count,
      adaptsL1: trial.configuration.targetZeros != nil, measures: run.epochMeasures)
    for report in run.reports { metrics.append(report) }
    return TrainingResults(
      evaluation: try Evaluation.evaluate(best, on: measured.data, execution: execution),
      part: data.test == nil ? .validation : .test, best: best, metrics: metrics)
  }
}

extension TrainingData {
  /// What was found, by what it is used for.
  fileprivate var contents: [SourceRecord.Role: SourceRecord.Content] {
    var contents: [SourceRecord.Role: SourceRecord.Content] = [
      .training: training.content, .validation: validation.content,
    ]
    contents[.test] = test?.content
    return contents
  }
}
