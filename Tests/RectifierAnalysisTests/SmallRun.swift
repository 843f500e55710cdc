// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// A run over drawn rows that takes no time.
enum SmallRun {
  static func run(
    _ data: Dataset, hiddenWidths: [Int] = [8, 5], activation: Activation = .rectifier,
    rate: Float = 0.1, epochCount: Int = 3
  ) throws -> TrainingRun {
    let architecture = try Architecture(
      inputCount: data.featureCount, hiddenWidths: hiddenWidths, activations: [activation],
      head: .softmax(classCount: data.labels.count))
    return try TrainingRun(
      Network(architecture, seed: Seed(3)), training: data, validation: data,
      options: TrainingOptions(
        activationL1: hiddenWidths.map { _ in 0 }, learningRate: rate, batchSize: 3,
        epochCount: epochCount, seed: Seed(3)),
      execution: Execution(threadCount: 2))
  }
}
