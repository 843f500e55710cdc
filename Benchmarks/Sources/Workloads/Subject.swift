// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier

/// A network and the data that it is put to work on.
public struct Subject: Sendable {
  /// What works; its data are numbered as its classes are.
  public let model: Model
  /// What it works on.
  public let data: Dataset

  /// A trained model on its data.
  ///
  /// - Throws: `ModelError` where the data do not fit the model.
  public init(_ model: Model, data: Dataset) throws {
    self.model = model
    self.data = try model.fitted(data)
  }

  /// A network that was not trained.
  ///
  /// - Throws: `TrainingError` where the data do not fit it.
  init(_ network: Network, data: Dataset) throws {
    self.data = data
    model = try Self.run(network, data: data, batchSize: 1, execution: .default).last
  }

  /// A run from the subject's parameters on, which leaves them as they are.
  ///
  /// - Parameter data: Rows like the subject's.
  func run(
    data: Dataset, batchSize: Int, optimizer: Optimizer, execution: Execution
  ) throws -> TrainingRun {
    try Self.run(
      model.network, data: data, batchSize: batchSize, optimizer: optimizer, execution: execution)
  }

  private static func run(
    _ network: Network, data: Dataset, batchSize: Int, optimizer: Optimizer = .sgd,
    execution: Execution
  ) throws -> TrainingRun {
    let penalties = network.architecture.activations.map { activation in
      activation == .rectifier ? rectifierL1 : 0
    }
    return try TrainingRun(
      network, training: data, validation: data.subset(0..<min(validationCount, data.rowCount)),
      options: TrainingOptions(
        activationL1: penalties, optimizer: optimizer, learningRate: learningRate,
        batchSize: batchSize, epochCount: .max),
      execution: execution)
  }

  /// λ of rectifier layers, so that a step does all that it does in real training.
  private static let rectifierL1: Float = 1e-4
  /// So small that the zeros stay as they are.
  private static let learningRate: Float = 1e-6
  /// A run wants validation data at the end of its epochs, which no one times.
  private static let validationCount = 4
}
