// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierInterchange
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// One run of `pretrain`, from an empty or interrupted run folder to a finished one.
///
/// Each layer that is done leaves its autoencoder in the folder; the one at work has a checkpoint
/// there at every epoch's end.
package final class PretrainSession {
  package let folder: RunFolder
  package private(set) var record: PretrainRecord
  package let execution: Execution
  /// Nil where nothing is left to be read.
  private let sources: TrainingSources?

  private init(
    folder: RunFolder, record: PretrainRecord, sources: TrainingSources?, execution: Execution
  ) {
    self.folder = folder
    self.record = record
    self.sources = sources
    self.execution = execution
  }

  /// Begins a run: everything that needs no data is checked, and the folder with its run.json is
  /// made.
  ///
  /// - Parameter out: The run folder; nil for the next free `PARENT/NAME-pretrain-N`.
  package static func start(
    _ configuration: PretrainConfiguration, out: String?, parent: String = "runs",
    environment: [String: String]
  ) throws -> PretrainSession {
    try configuration.check()
    let execution = try Execution.requested(
      threadCount: configuration.training.threadCount, environment: environment)
    let sources = try TrainingSources.resolve(configuration.training, environment: environment)
    for source in [sources.training, sources.validation] { try source?.checkMemory() }
    try memory(of: configuration, inputCount: 1, dataBytes: sources.drawnByteCount).check()
    let folder =
      try out.map { try RunFolder.create(at: $0) }
      ?? RunFolder.createNext(named: sources.training.name + "-pretrain", in: parent)
    var record = PretrainRecord(
      configuration: configuration, sources: sources.records.filter { $0.role != .test },
      execution: execution)
    try record.write(to: folder.recordPath)
    return PretrainSession(
      folder: folder, record: record, sources: sources, execution: execution)
  }

  /// Opens the folder of an earlier run to go on with it as its run.json says.
  ///
  /// - Parameters:
  ///   - threadCount: Nil for what the run was begun with.
  ///   - dataDirectory: Where catalog names are looked up first; nil for where the run did.
  package static func resume(
    _ path: String, threadCount: Int?, dataDirectory: String? = nil, environment: [String: String]
  ) throws -> PretrainSession {
    let folder = try RunFolder.open(path)
    var record = try PretrainRecord(contentsOf: folder.recordPath)
    if let dataDirectory { record.configuration.training.dataDirectory = dataDirectory }
    let execution = try Execution.requested(
      threadCount: threadCount ?? record.configuration.training.threadCount,
      environment: environment)
    guard !record.isFinished else {
      return PretrainSession(folder: folder, record: record, sources: nil, execution: execution)
    }
    record.threadCount = execution.threadCount
    record.instructionSet = execution.instructionSet
    let sources = try TrainingSources.resolve(
      record.configuration.training.located(at: record.sources), environment: environment)
    return PretrainSession(
      folder: folder, record: record, sources: sources, execution: execution)
  }

  /// Trains to the end, or until `events.shouldStop` answers true; a finished run is left alone.
  ///
  /// - Returns: Whether the run is finished; false after a stop, with a checkpoint written.
  /// - Throws: What is wrong with the data, `PretrainingError`, and the errors of writing. The record
  ///   then says why, and an earlier checkpoint stays.
  package func run(_ events: PretrainEvents) throws -> Bool {
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

  /// Training steps only, for each epoch of each layer in turn; nil for one that two processes
  /// shared.
  func secondsPerEpoch() throws -> [Double?] {
    try PretrainMetrics(contentsOf: folder.metricsPath, layer: .max, epochCount: .max)
      .secondsPerEpoch
  }

  private func train(on sources: TrainingSources, _ events: PretrainEvents) throws -> Bool {
    let data = try sources.load(
      record.configuration.training, execution: execution, needsTarget: false)
    record.sources = try data.record(into: record.sources)
    record.status = .running
    record.failure = nil
    try record.write(to: folder.recordPath)
    let run = try makeRun(data)
    events.started(
      PretrainStart(sourceName: sources.training.name, data: data, architecture: run.architecture))
    var metrics = try PretrainMetrics(
      contentsOf: folder.metricsPath, layer: run.layer, epochCount: run.epochCount)
    while !run.isFinished {
      guard try trainEpoch(of: run, into: &metrics, events) else { return false }
    }
    record.layers = run.autoencoders.map(PretrainedLayerResult.init)
    return true
  }

  private func trainEpoch(
    of run: PretrainingRun, into metrics: inout PretrainMetrics, _ events: PretrainEvents
  ) throws -> Bool {
    let layer = run.layer
    let report = try run.epoch { step in
      events.step(layer, step)
      return !events.shouldStop()
    }
    if let report {
      metrics.append(report)
      try metrics.write(to: folder.metricsPath)
      events.epoch(report)
    }
    try save(run, before: layer)
    return report != nil && !events.shouldStop() || run.isFinished
  }

  /// Writes what a later process goes on from: the layer that has just been done, or the checkpoint
  /// of the one at work.
  private func save(_ run: PretrainingRun, before layer: Int) throws {
    let place = folder.path
    if run.layer > layer {
      try run.autoencoders[layer].write(to: PretrainedLayers.path(ofLayer: layer, in: place))
      try Folder.removeFile(PretrainedLayers.checkpointPath(ofLayer: layer, in: place))
    } else if let checkpoint = run.checkpoint() {
      try run.checkParameters()
      try checkpoint.write(to: PretrainedLayers.checkpointPath(ofLayer: layer, in: place))
    }
  }

  private func makeRun(_ data: TrainingData) throws -> PretrainingRun {
    let configuration = record.configuration
    let (training, validation) = (data.training.data, data.validation.data)
    let architecture = try configuration.architecture(inputCount: training.featureCount)
    let rowCount = training.rowCount + validation.rowCount
    // Targets, codes and what the next layer's are made of, as numbers; sparse rows are their own targets.
    let widest = architecture.hiddenWidths.max() ?? 0
    let targetCount = if case .sparse = training.features { 0 } else { training.featureCount }
    let targetBytes = MemoryLayout<Float>.size * rowCount * (targetCount + 3 * widest)
    try Self.memory(
      of: configuration, inputCount: training.featureCount, dataBytes: data.byteCount + targetBytes
    ).check()
    let network = Network(
      architecture, seed: Seed(configuration.training.seed),
      initializer: configuration.training.initializer)
    let finished = try PretrainedLayers.read(folder.path)
    // A process that ended between the two has left the checkpoint of a layer that is done.
    for layer in finished.indices {
      try Folder.removeFile(PretrainedLayers.checkpointPath(ofLayer: layer, in: folder.path))
    }
    let path = PretrainedLayers.checkpointPath(ofLayer: finished.count, in: folder.path)
    return try PretrainingRun(
      network, after: finished,
      checkpoint: FileKind.of(path) == nil ? nil : try Checkpoint(contentsOf: path),
      training: training, validation: validation, options: configuration.autoencoderOptions,
      execution: execution)
  }

  /// That of the whole stack, which is more than that of any layer.
  private static func memory(
    of configuration: PretrainConfiguration, inputCount: Int, dataBytes: Int
  ) -> MemoryRequirement {
    MemoryRequirement(
      inputCount: inputCount, hiddenWidths: configuration.training.hiddenWidths,
      outputCount: inputCount, batchSize: configuration.training.batchSize, dataBytes: dataBytes)
  }
}

extension PretrainConfiguration {
  /// The stack of hidden layers; the head stands in for one that comes with fine-tuning.
  fileprivate func architecture(inputCount: Int) throws(ArchitectureError) -> Architecture {
    try Architecture(
      inputCount: inputCount, hiddenWidths: training.hiddenWidths,
      activations: training.activations, hasSignMask: training.hasSignMask,
      head: .identity(outputCount: 1))
  }
}
