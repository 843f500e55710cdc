// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// A linear classifier of features, always made in the same way: softmax regression on standardised
/// features, by Adam at the rate 0.003 over 20 epochs in batches of 50, weight L2 0.001, from weights of
/// 0. Nothing of it is chosen by its error.
struct LinearProbe {
  let classes: [Int32]
  let labels: [String]
  let foldCount: Int
  let seed: Seed
  let execution: Execution

  /// Wrong predictions, 0…1: the mean over folds, each the test part once, with Student's interval.
  ///
  /// - Throws: `TrainingError` where a run diverges.
  func errorRate(_ features: Dataset.Features) throws -> Estimate {
    let data = try Dataset(
      name: "probe", features: features, targets: .classes(classes), labels: labels)
    let groups = RowGroups(data)
    let rates = try (1...foldCount).map { number in
      let fold = Fold(number: number, count: foldCount)
      let (rest, held) = try Split.rows(of: fold, among: groups, seed: seed)
      return try errorRate(training: data.subset(rows: rest), test: data.subset(rows: held))
    }
    return SampleMoments(rates)!.estimate
  }

  /// Wrong predictions on the test part of a probe that learned from the other.
  private func errorRate(training: Dataset, test: Dataset) throws -> Double {
    let scale = FeatureScale(training, execution: execution)
    let parts = try [training, test].map { try scale.applied(to: $0) }
    let architecture = try Architecture(
      inputCount: training.featureCount, hiddenWidths: [], activations: [],
      head: .softmax(classCount: labels.count))
    let options = TrainingOptions(
      activationL1: [], weightL2: 0.001, optimizer: .adam(), learningRate: 0.003,
      batchSize: min(50, training.rowCount), epochCount: 20, seed: seed)
    let run = try TrainingRun(
      Network(architecture, seed: seed, initializer: .constant(0)), training: parts[0],
      validation: parts[1], options: options, execution: execution)
    while try run.epoch() != nil {}
    return try Evaluation.evaluate(run.last, on: parts[1], execution: execution).errorRate!
  }
}
