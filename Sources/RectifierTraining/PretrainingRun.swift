// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// Greedy pre-training: each hidden layer of a network as a denoising autoencoder on the codes of
/// the one below.
///
///     let run = try PretrainingRun(network, training: a, validation: b, options: options)
///     while let report = try run.epoch() { print(report.layer, report.epoch.validationLoss) }
///     let initial = run.pretrained
///
/// An autoencoder learns to give clean inputs back from corrupted ones. Of its epochs the one with
/// the lowest reconstruction error on the validation part is kept, measured on clean inputs: they
/// are what the layer sees afterwards, and errors compare from one corruption to another. Its codes
/// of clean inputs are the data of the next layer. Targets of the data are not read.
///
/// The same network, data and options give the same bytes for any `Execution`.
///
/// *Source:* Vincent, Larochelle, Bengio and Manzagol, "Extracting and composing robust features with
/// denoising autoencoders" (2008); Glorot, Bordes and Bengio (2011), section 3.2.
public final class PretrainingRun {
  /// One a hidden layer.
  public let options: [AutoencoderOptions]
  /// How work is carried out; no result depends on it.
  public let execution: Execution
  /// The best model of each layer that is done, from the first on.
  public private(set) var autoencoders: [Model] = []
  /// Completed epochs of all layers.
  public private(set) var reports: [PretrainingReport] = []
  private let network: Network
  private var data: LayerData
  /// Of the layer at work; nil once all are done.
  private var run: TrainingRun?

  /// A run from the beginning.
  ///
  /// - Parameters:
  ///   - network: The network whose hidden layers are trained; encoders begin as it has them.
  ///   - training: What layers learn from; targets are not read.
  ///   - validation: What the epochs of a layer are compared on.
  ///   - options: One a hidden layer.
  ///   - execution: How; no result depends on it.
  /// - Throws: `PretrainingError`: another number of options than hidden layers, inputs that the
  ///   first decoder cannot give back, codes that another cannot, and what a `TrainingRun` refuses.
  public convenience init(
    _ network: Network, training: Dataset, validation: Dataset, options: [AutoencoderOptions],
    execution: Execution = .default
  ) throws(PretrainingError) {
    try self.init(
      network, after: [], training: training, validation: validation, options: options,
      execution: execution)
  }

  /// A run that goes on after layers that are done: the same network, data and options give what an
  /// uninterrupted run gives.
  ///
  /// - Parameters:
  ///   - network: As of a new run.
  ///   - finished: The models of the first layers, as `autoencoders` held them.
  ///   - checkpoint: Of the layer at work, if one was taken.
  ///   - training: What layers learn from; targets are not read.
  ///   - validation: What the epochs of a layer are compared on.
  ///   - options: One a hidden layer.
  ///   - execution: How; no result depends on it.
  /// - Throws: As a new run, and `PretrainingError.layersDiffer` where a model is not of its layer.
  public init(
    _ network: Network, after finished: [Model], checkpoint: Checkpoint? = nil,
    training: Dataset, validation: Dataset, options: [AutoencoderOptions],
    execution: Execution = .default
  ) throws(PretrainingError) {
    let layerCount = network.architecture.hiddenWidths.count
    guard options.count == layerCount, layerCount > 0, finished.count <= layerCount else {
      throw .layerCountDiffers(options: options.count, hiddenLayers: layerCount)
    }
    for (layer, model) in finished.enumerated() where model.facts.options != options[layer].training
    {
      throw .layersDiffer(
        layer: layer, expected: "trained with the options given", found: "trained with others")
    }
    _ = try network.replacingHiddenLayers(with: finished.map(\.network))
    self.network = network
    self.options = options
    self.execution = execution
    data = try LayerData(
      training: training, validation: validation, reconstruction: options[0].reconstruction,
      execution: execution)
    for model in finished { try append(model) }
    if finished.count < layerCount { try beginLayer(checkpoint) }
  }

  /// Whether all layers are done.
  public var isFinished: Bool { autoencoders.count == options.count }

  /// The layer at work; after the last, their number.
  public var layer: Int { autoencoders.count }

  /// The shape of the network.
  public var architecture: Architecture { network.architecture }

  /// Completed epochs of the layer at work; 0 after the last.
  public var epochCount: Int { run?.reports.count ?? 0 }

  /// Whether all parameters of the layer at work are finite: to be asked before a checkpoint replaces
  /// a good one.
  ///
  /// - Throws: `PretrainingError.training` where one is not.
  public func checkParameters() throws(PretrainingError) {
    do throws(TrainingError) {
      try run?.checkParameters()
    } catch {
      throw .training(layer: layer, error)
    }
  }

  /// The network with all layers that are done.
  public var pretrained: Network {
    do throws(PretrainingError) {
      return try network.replacingHiddenLayers(with: autoencoders.map(\.network))
    } catch {
      fatalError("pre-training: \(error)")
    }
  }

  /// All that is needed to go on with the layer at work; nil once all are done.
  public func checkpoint() -> Checkpoint? { run?.checkpoint() }

  /// Trains to the end of an epoch of the layer at work; the last one of a layer begins the next.
  ///
  /// - Parameter onStep: Called after each step; false stops the run there, to go on later.
  /// - Returns: The epoch's report; nil where the run was finished, or stopped by `onStep`.
  /// - Throws: `PretrainingError.training` for a run that diverged, `.signedCodes`.
  public func epoch(
    onStep: ((StepReport) -> Bool)? = nil
  ) throws(PretrainingError) -> PretrainingReport? {
    guard let run else { return nil }
    let epoch: EpochReport?
    do throws(TrainingError) {
      epoch = try run.epoch(onStep: onStep)
    } catch {
      throw .training(layer: layer, error)
    }
    guard let epoch else { return nil }
    let report = PretrainingReport(layer: layer, epoch: epoch)
    reports.append(report)
    if run.isFinished { try endLayer(run) }
    return report
  }
}

extension PretrainingRun {
  private func beginLayer(_ checkpoint: Checkpoint?) throws(PretrainingError) {
    let run: TrainingRun
    do throws(TrainingError) {
      if let checkpoint { run = try resumed(checkpoint) } else { run = try begun() }
    } catch {
      throw .training(layer: layer, error)
    }
    self.run = run
    reports += run.reports.map { PretrainingReport(layer: layer, epoch: $0) }
    if run.isFinished { try endLayer(run) }
  }

  private func begun() throws(TrainingError) -> TrainingRun {
    let options = options[layer]
    let biases =
      switch options.decoderBiases {
      case .zero: nil as [Float]?
      case .mean: data.decoderBiases(options.reconstruction)
      }
    return try TrainingRun(
      network.autoencoder(
        ofHiddenLayer: layer, reconstruction: options.reconstruction, decoderBiases: biases,
        seed: options.training.seed),
      training: data.training, validation: data.validation, options: options.training,
      execution: execution)
  }

  private func resumed(_ checkpoint: Checkpoint) throws(TrainingError) -> TrainingRun {
    let run = try TrainingRun(
      resuming: checkpoint, training: data.training, validation: data.validation,
      execution: execution)
    guard run.options == options[layer].training else {
      throw .invalidOption(
        name: "checkpoint", expected: "one made with the same options", found: "another")
    }
    return run
  }

  private func endLayer(_ run: TrainingRun) throws(PretrainingError) {
    guard let best = run.best else {
      fatalError("pre-training: no best epoch among \(run.reports.count)")
    }
    self.run = nil
    try append(best)
    if !isFinished { try beginLayer(nil) }
  }

  /// Takes a layer as done, and its codes as the data of the next.
  private func append(_ model: Model) throws(PretrainingError) {
    let layer = self.layer
    autoencoders.append(model)
    guard !isFinished else { return }
    data = try data.encoded(
      by: model.network, layer: layer + 1, reconstruction: options[layer + 1].reconstruction,
      execution: execution)
  }
}
