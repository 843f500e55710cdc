// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierInterchange
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// One run of `train`, from an empty or interrupted run folder to a finished one.
///
/// At every epoch's end the folder holds a checkpoint to go on from; at the end it holds the model
/// of the best epoch.
package final class TrainingSession {
  package let folder: RunFolder
  package private(set) var record: RunRecord
  package let execution: Execution
  /// Where each epoch's numbers go beside metrics.csv; nil: nowhere.
  package var scalars: ScalarLog?
  /// Nil where nothing is left to be read.
  private let sources: TrainingSources?
  /// What the sources hold, where they have been read for another run already.
  private let data: TrainingData?

  private init(
    folder: RunFolder, record: RunRecord, sources: TrainingSources?, data: TrainingData? = nil,
    execution: Execution
  ) {
    self.folder = folder
    self.record = record
    self.sources = sources
    self.data = data
    self.execution = execution
  }

  /// Begins a run: everything that needs no data is checked, and the folder with its run.json is
  /// made.
  ///
  /// - Parameters:
  ///   - out: The run folder; nil for the next free `PARENT/NAME-N`.
  ///   - name: NAME; nil for what the source is called.
  ///   - data: What the configuration's sources hold, where that has been read already.
  package static func start(
    _ configuration: TrainConfiguration, out: String?, name: String? = nil,
    parent: String = "runs", data: TrainingData? = nil, environment: [String: String]
  ) throws -> TrainingSession {
    try configuration.check()
    var configuration = configuration
    if let folder = configuration.pretrained {
      try PretrainedLayers.check(folder, for: configuration)
      // A run is resumed from anywhere.
      configuration.pretrained = PathName.absolute(folder) ?? folder
    }
    var requirement = MemoryRequirement(
      inputCount: 1, hiddenWidths: configuration.hiddenWidths, outputCount: 2,
      batchSize: configuration.batchSize, momentCount: configuration.optimizer.momentCount,
      dataBytes: 0)
    try requirement.check()
    let execution = try Execution.requested(
      threadCount: configuration.threadCount, environment: environment)
    let sources = try TrainingSources.resolve(configuration, environment: environment)
    for source in [sources.training, sources.validation, sources.test] {
      try source?.checkMemory()
    }
    requirement.dataBytes = sources.drawnByteCount
    try requirement.check()
    let folder =
      try out.map { try RunFolder.create(at: $0) }
      ?? RunFolder.createNext(named: name ?? sources.training.name, in: parent)
    var record = RunRecord(
      configuration: configuration, sources: sources.records, execution: execution)
    try record.write(to: folder.recordPath)
    return TrainingSession(
      folder: folder, record: record, sources: sources, data: data, execution: execution)
  }

  /// Opens the folder of an earlier run to go on with it as its run.json says.
  ///
  /// - Parameter threadCount: Nil for what the run was begun with.
  package static func resume(
    _ path: String, threadCount: Int?, environment: [String: String]
  ) throws -> TrainingSession {
    let folder = try RunFolder.open(path)
    var record = try RunRecord(contentsOf: folder.recordPath)
    let execution = try Execution.requested(
      threadCount: threadCount ?? record.configuration.threadCount, environment: environment)
    guard !record.isFinished else {
      return TrainingSession(folder: folder, record: record, sources: nil, execution: execution)
    }
    record.threadCount = execution.threadCount
    record.instructionSet = execution.instructionSet
    let sources = try TrainingSources.resolve(
      record.configuration.located(at: record.sources), environment: environment)
    return TrainingSession(
      folder: folder, record: record, sources: sources, execution: execution)
  }

  /// Trains to the end, or until `events.shouldStop` answers true; a finished run is left alone.
  ///
  /// - Returns: Whether the run is finished; false after a stop, with a checkpoint written.
  /// - Throws: What is wrong with the data, `TrainingError` for a run that diverged, and the errors
  ///   of writing. The record then says why, and an earlier checkpoint stays.
  package func run(_ events: TrainingEvents) throws -> Bool {
    guard let sources else { return true }
    do {
      let isFinished = try train(on: sources, events)
      record.status = isFinished ? .finished : .stopped
      try record.write(to: folder.recordPath)
      return isFinished
    } catch {
      record.status = .failed
      record.failure = "\(error)"
      // The first error is the one to report, whether or not it can be recorded.
      try? record.write(to: folder.recordPath)
      throw error
    }
  }

  private func train(on sources: TrainingSources, _ events: TrainingEvents) throws -> Bool {
    let data =
      try self.data?.sampled(record.configuration)
      ?? sources.load(record.configuration, execution: execution)
    record.sources = try data.record(into: record.sources)
    record.status = .running
    record.failure = nil
    try record.write(to: folder.recordPath)
    let run = try makeRun(data)
    events.started(TrainingStart(sourceName: sources.training.name, data: data, run: run))
    var metrics = try Metrics(
      contentsOf: folder.metricsPath,
      hiddenLayerCount: record.configuration.hiddenWidths.count,
      adaptsL1: record.configuration.targetZeros != nil, measures: run.epochMeasures,
      epochCount: run.reports.count)
    // Rows that somebody removed come back without their times.
    for report in run.reports.dropFirst(metrics.rows.count) { metrics.append(report) }
    while !run.isFinished {
      guard try trainEpoch(of: run, into: &metrics, events) else { return false }
    }
    try finish(run, data: data, metrics: metrics)
    return true
  }

  private func trainEpoch(
    of run: TrainingRun, into metrics: inout Metrics, _ events: TrainingEvents
  ) throws -> Bool {
    let report = try run.epoch { step in
      events.step(step)
      return !events.shouldStop()
    }
    if let report {
      if report.isBest { try run.best?.write(to: folder.modelPath) }
      metrics.append(report)
      try metrics.write(to: folder.metricsPath)
      let rate = run.options.learningRate(
        epoch: report.epoch, step: run.stepCount, stepCount: run.stepCount)
      try scalars?.append(report, learningRate: rate)
      events.epoch(report)
    }
    // A checkpoint that cannot go on never replaces one that can.
    try run.checkParameters()
    try run.checkpoint().write(to: folder.checkpointPath)
    return report != nil && !events.shouldStop() || run.isFinished
  }

  private func makeRun(_ data: TrainingData) throws -> TrainingRun {
    let checkpoint =
      folder.hasCheckpoint ? try Checkpoint(contentsOf: folder.checkpointPath) : nil
    let run = try record.configuration.makeRun(
      on: data, resuming: checkpoint, execution: execution)
    guard let run else {
      throw RunRecordError(
        path: folder.recordPath,
        reason: "its configuration is not that of \(PathName.quoted(folder.checkpointPath))")
    }
    return run
  }

  /// Writes the best model, however the run got here, and measures it.
  private func finish(_ run: TrainingRun, data: TrainingData, metrics: Metrics) throws {
    guard let best = run.best else {
      fatalError("training: no best epoch among \(run.reports.count)")
    }
    try best.write(to: folder.modelPath)
    let measured = data.test ?? data.validation
    let evaluation = try Evaluation.evaluate(best, on: measured.data, execution: execution)
    record.results = TrainingResults(
      evaluation: evaluation, part: data.test == nil ? .validation : .test,
      best: best, metrics: metrics)
  }
}
