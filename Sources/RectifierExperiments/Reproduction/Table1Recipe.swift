// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNetworks
import RectifierTraining

/// Table 1 of the paper: three activations, with and without pre-training, on four data sets.
///
/// Rates are chosen on one seed, those of pre-training by the reconstruction error of the first
/// layer, those of fine-tuning by the validation error; the winner is trained from several seeds.
package struct Table1Recipe: Equatable, Sendable {
  package var columns: [Column]
  /// The paper's, section 4.1, slowest to train first.
  package var activations = [Activation.softplus(sharpness: 1), .tanh, .rectifier]
  /// The paper's, section 4.1.
  package var batchSize = 10
  /// The largest of the paper's range, section 4.1: smaller ones do not learn in so few epochs.
  package var learningRates: [Float] = [0.1, 0.01]
  /// Our choice: the rates of fine-tuning and of pre-training are chosen after so many epochs.
  package var selectionEpochCount = 20
  /// Our choice, since the paper states none.
  package var epochCount = 50
  /// Our choice: epochs without a lower validation error after which the winner's training ends.
  package var patience = 10
  /// Our choice, since the paper shows one run a cell; the first is that of the selection.
  package var seeds: [UInt64] = [1, 2, 3]
  /// Rectifiers' penalty: our choice, with which networks have the zeros of the paper's (83.4 % on
  /// MNIST); its own, 0.001 (section 4.1), leaves 98 % here. The others have none, since it makes no
  /// zeros in them.
  package var activationL1: Float = 3.5e-5
  /// The paper's, section 4.1.
  package var corruption = Corruption.masking(level: 0.25)
  /// The largest of the paper's range, section 4.1.
  package var pretrainingRates: [Float] = [0.1, 0.01]
  /// Our choice, for each layer, since the paper states none.
  package var pretrainingEpochCount = 10

  /// A data set.
  package struct Column: Equatable, Sendable {
    package var name: String
    /// Of the paper's data set that it is, or stands for.
    package var publishedName: String
    package var data: String
    package var validation: ValidationChoice?
    package var hiddenWidths: [Int]
    /// What layers are pre-trained on, where that is less than `data`.
    package var pretrainingData: String?
    /// Samples of an epoch, where that is not all of them.
    package var epochSampleCount: Int?
    /// Whether each sample is seen once: no training is longer than that which chooses rates.
    package var isStreamed = false
    /// What gives the inputs back in pre-training, where that is not what gives back codes.
    package var inputReconstruction: Reconstruction?
  }

  package init(budget: ReproductionBudget = .full) {
    columns = [.mnist, .cifar10, .glyphs, .norb]
    switch budget {
    case .full: break
    case .short:
      selectionEpochCount = 3
      epochCount = 10
      seeds = [1]
      pretrainingEpochCount = 2
    case .smoke:
      for number in columns.indices { columns[number].shrink(number) }
      selectionEpochCount = 1
      epochCount = 2
      pretrainingEpochCount = 1
    }
  }

  /// What is known of a cell's trials as far as records are there.
  package struct Cell: Equatable, Sendable {
    package var column: Column
    package var activation: Activation
    package var isPretrained: Bool
    /// Those by which rates are chosen, and that are known yet.
    package var selection: [Trial]
    /// The winner's, one a seed; none until it is known, or where all of the selection diverged.
    package var final: [Trial]

    /// All that are known yet, each once.
    package var trials: [Trial] { selection + final.filter { !selection.contains($0) } }
  }

  /// The cells, column by column, those without pre-training first.
  ///
  /// - Throws: `JSONError` for a number that is not finite.
  package func cells(given record: (Trial) -> TrialRecord?) throws -> [Cell] {
    var cells: [Cell] = []
    for column in columns {
      for isPretrained in [false, true] {
        for activation in activations {
          cells.append(
            try cell(column, activation, isPretrained: isPretrained, given: record))
        }
      }
    }
    return cells
  }

  /// All trials that are known as far as records are there, column by column.
  package func trials(given record: (Trial) -> TrialRecord?) throws -> [Trial] {
    let cells = try cells(given: record)
    return columns.flatMap { column in
      let own = cells.filter { $0.column == column }
      let selection = own.flatMap(\.selection)
      let known = Set(selection.map(\.recipeHash))
      return selection + own.flatMap(\.final).filter { !known.contains($0.recipeHash) }
    }
  }
}

extension Table1Recipe {
  private func cell(
    _ column: Column, _ activation: Activation, isPretrained: Bool,
    given record: (Trial) -> TrialRecord?
  ) throws -> Cell {
    var cell = Cell(
      column: column, activation: activation, isPretrained: isPretrained, selection: [], final: [])
    let rates = RateSelection(
      rates: learningRates, pretrainingRates: isPretrained ? pretrainingRates : nil)
    let winner: Trial?
    (cell.selection, winner) = try rates.trials(
      given: record, by: { $0.results?.validationErrorRate }
    ) { rate, pretrainingRate in
      try selectionTrial(cell, rate: rate, pretrainingRate: pretrainingRate)
    }
    if let winner { cell.final = try seeds.map { try finalTrial(winner, of: column, seed: $0) } }
    return cell
  }

  private func selectionTrial(
    _ cell: Cell, rate: Float, pretrainingRate: Float?
  ) throws(JSONError) -> Trial {
    var configuration = TrainConfiguration(data: cell.column.data)
    configuration.validation = cell.column.validation
    configuration.hiddenWidths = cell.column.hiddenWidths
    configuration.activations = [cell.activation]
    configuration.activationL1 = [cell.activation == .rectifier ? activationL1 : 0]
    configuration.batchSize = batchSize
    configuration.learningRate = rate
    configuration.epochCount = selectionEpochCount
    configuration.epochSampleCount = cell.column.epochSampleCount
    configuration.seed = seeds[0]
    let pretraining = pretrainingRate.map { rate in
      var pretraining = PretrainConfiguration(for: configuration)
      pretraining.training.data = cell.column.pretrainingData ?? cell.column.data
      pretraining.training.activationL1 = configuration.activationL1
      pretraining.training.learningRate = rate
      pretraining.training.epochCount = pretrainingEpochCount
      pretraining.corruptions = [corruption]
      pretraining.reconstructions = reconstructions(of: cell)
      return pretraining
    }
    return try Trial(configuration, pretraining: pretraining)
  }

  /// One for all layers, or one for each where inputs have their own.
  private func reconstructions(of cell: Cell) -> [Reconstruction] {
    let ofCodes = Reconstruction.published(for: cell.activation)
    guard let ofInputs = cell.column.inputReconstruction else { return [ofCodes] }
    return [ofInputs] + cell.column.hiddenWidths.dropFirst().map { _ in ofCodes }
  }

  private func finalTrial(
    _ winner: Trial, of column: Column, seed: UInt64
  ) throws(JSONError) -> Trial {
    var (configuration, pretraining) = (winner.configuration, winner.pretraining)
    if !column.isStreamed {
      configuration.epochCount = epochCount
      configuration.patience = patience
    }
    configuration.seed = seed
    pretraining?.training.seed = seed
    return try Trial(configuration, pretraining: pretraining)
  }
}
