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
  /// How long training may go on at most before what it has reached is put away.
  let checkpointInterval: Duration

  /// Trains to the end, from the beginning or from where an interrupted one left off, and writes the
  /// record.
  ///
  /// - Returns: Nil after a stop, with a checkpoint written.
  /// - Throws: What is wrong with the data, and the errors of writing; a network that diverges has a
  ///   record like any other.
  func run(
    epoch: (EpochReport) -> Void, shouldStop: @escaping () -> Bool
  ) throws -> TrialRecord? {
    let startedAt = RunRecord.now()
    let run = try makeRun()
    var divergence: String?
    do {
      guard try train(run, epoch: epoch, shouldStop: shouldStop) else {
        try leaveCheckpoint(of: run)
        return nil
      }
    } catch let error as TrainingError {
      guard case .diverged = error else { throw error }
      divergence = "\(error)"
    }
    var record = TrialRecord(
      trial: trial, data: data.contents, results: nil, divergence: divergence,
      validationErrorRates: run.reports.map(\.validationErrorRate), startedAt: startedAt,
      finishedAt: startedAt,
      host: TrialRecord.Host(
        instructionSet: execution.instructionSet, processorCount: Execution.processorCount,
        version: RectifierVersion.text))
    if divergence == nil { record.results = try measure(run) }
    record.finishedAt = RunRecord.now()
    try record.write(to: folder.recordPath(of: trial))
    try Folder.removeFile(folder.checkpointPath(of: trial))
    return record
  }

  private func makeRun() throws -> TrainingRun {
    let path = folder.checkpointPath(of: trial)
    if FileKind.of(path) != nil,
      let run = try trial.configuration.makeRun(
        on: data, resuming: try Checkpoint(contentsOf: path), execution: execution)
    {
      return run
    }
    guard let run = try trial.configuration.makeRun(on: data, execution: execution) else {
      fatalError("sweep: a new run that is not its own configuration's")
    }
    return run
  }

  /// Whether training came to its end.
  private func train(
    _ run: TrainingRun, epoch: (EpochReport) -> Void, shouldStop: @escaping () -> Bool
  ) throws -> Bool {
    var lastCheckpoint = ContinuousClock.now
    while !run.isFinished {
      guard let report = try run.epoch(onStep: { _ in !shouldStop() }) else { return false }
      epoch(report)
      if run.isFinished { break }
      if shouldStop() { return false }
      if ContinuousClock.now - lastCheckpoint > checkpointInterval {
        try leaveCheckpoint(of: run)
        lastCheckpoint = .now
      }
    }
    return true
  }

  private func leaveCheckpoint(of run: TrainingRun) throws {
    // A run that is about to diverge has to do so at the same step again, from the beginning.
    guard (try? run.checkParameters()) != nil else { return }
    try run.checkpoint().write(to: folder.checkpointPath(of: trial))
  }

  private func measure(_ run: TrainingRun) throws -> TrainingResults {
    guard let best = run.best else {
      fatalError("sweep: no best epoch among \(run.reports.count)")
    }
    if keepsModel { try best.write(to: folder.modelPath(of: trial)) }
    let measured = data.test ?? data.validation
    var metrics = Metrics(
      hiddenLayerCount: trial.configuration.hiddenWidths.count,
      adaptsL1: trial.configuration.targetZeros != nil)
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
