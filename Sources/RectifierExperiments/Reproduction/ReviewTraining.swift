// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierTraining

/// How networks learn from the words of reviews, in both experiments of the paper's section 4.2.
package struct ReviewTraining: Equatable, Sendable {
  /// The paper's, section 4.2.
  package var width = 5000
  /// The authors' code; the paper's batch size for images (section 4.1) is the same.
  package var batchSize = 10
  /// The largest of the paper's range for images, section 4.1: smaller ones do not learn in so few
  /// epochs.
  package var learningRates: [Float] = [0.1, 0.01]
  /// Our choice, since the paper states none: at most so many epochs of fine-tuning, of which the best
  /// on the validation part counts.
  package var epochCount = 10
  /// Our choice: fine-tuning ends after so many epochs that are no better.
  package var patience = 3
  /// Rectifiers' penalty on each layer, in pre-training and in fine-tuning: the authors' code, since the
  /// paper states no coefficient. Tanh has none, since it makes no zeros there.
  package var activationL1: [Float] = [1e-4, 0, 0]
  /// The kinds are the paper's (section 4.2): salt and pepper for the words, masking above. The levels
  /// are those of the authors' code.
  package var corruptions = [
    Corruption.saltAndPepper(zeros: 0.8, ones: 0.005), .masking(level: 0.5), .masking(level: 0.3),
  ]
  /// Strategy 2 of the paper (section 3.2), which it has for text: targets from 0 to 1, cross-entropy.
  package var reconstruction = Reconstruction.logistic
  /// Our choice: words are rare, and rectifiers die where the code has to stand in for biases.
  package var decoderBiases = DecoderBiases.mean
  /// One of the paper's range for images, section 4.1; our choice is one rate for all, that which gives
  /// words back best.
  package var pretrainingRates: [Float] = [0.001]
  /// Our choice, at most so many a layer; the authors' code has 120 for the first two and 1.
  package var pretrainingEpochCount = 15
  /// Our choice: a layer ends after so many epochs that give nothing back better.
  package var pretrainingPatience = 3
  /// Our choice: layers are trained once, whatever they are fine-tuned for.
  package var pretrainingSeed: UInt64 = 1

  package init(budget: ReproductionBudget) {
    switch budget {
    case .full: break
    case .short:
      width = 1000
      epochCount = 5
      pretrainingEpochCount = 5
    case .smoke:
      width = 12
      epochCount = 2
      pretrainingEpochCount = 1
    }
  }

  /// The networks of one kind: those that choose rates, and the winner's with one option changed.
  ///
  /// - Parameters:
  ///   - score: What validates, the lower the better; nil for a network that diverged.
  ///   - values: Of the option; rates are chosen with the first.
  ///   - set: Sets the option.
  ///   - base: Data, and what else is not said here.
  ///   - pretrainingData: What layers are trained on, where that is other data.
  func trials<Value>(
    of network: ReviewNetwork, given record: (Trial) -> TrialRecord?,
    by score: (TrialRecord) -> Double?, varying values: [Value],
    _ set: (Value, inout TrainConfiguration) -> Void, base: TrainConfiguration,
    pretrainingData: String? = nil
  ) throws -> ReviewTrials {
    let rates = RateSelection(
      rates: learningRates, pretrainingRates: network.isPretrained ? pretrainingRates : nil)
    var first = base
    set(values[0], &first)
    let (selection, winner) = try rates.trials(given: record, by: score) { rate, pretrainingRate in
      try trial(
        network, first, rate: rate, pretrainingRate: pretrainingRate, layersFrom: pretrainingData)
    }
    let final = try winner.map { winner in
      try values.map { value in
        var configuration = winner.configuration
        set(value, &configuration)
        return try Trial(configuration, pretraining: winner.pretraining)
      }
    }
    return ReviewTrials(selection: selection, final: final ?? [])
  }

  /// A network by its rates: everything but data and seed is set here.
  ///
  /// - Parameter data: What layers are trained on, where that is other data.
  private func trial(
    _ network: ReviewNetwork, _ base: TrainConfiguration, rate: Float, pretrainingRate: Float?,
    layersFrom data: String?
  ) throws(JSONError) -> Trial {
    var configuration = base
    configuration.validation = .fraction(0.1)
    configuration.validationDraw = .random
    configuration.hiddenWidths = [Int](repeating: width, count: network.layerCount)
    configuration.activations = [network.activation]
    configuration.activationL1 = penalties(of: network)
    configuration.batchSize = batchSize
    configuration.learningRate = rate
    configuration.epochCount = epochCount
    configuration.patience = patience
    guard let pretrainingRate else { return try Trial(configuration) }
    var layers = PretrainConfiguration(for: configuration)
    layers.training.data = data ?? configuration.data
    layers.training.activationL1 = penalties(of: network)
    layers.training.learningRate = pretrainingRate
    layers.training.epochCount = pretrainingEpochCount
    layers.training.patience = pretrainingPatience
    layers.training.seed = pretrainingSeed
    layers.corruptions = Array(corruptions.prefix(network.layerCount))
    layers.reconstructions = [reconstruction]
    layers.decoderBiases = decoderBiases
    return try Trial(configuration, pretraining: layers)
  }

  private func penalties(of network: ReviewNetwork) -> [Float] {
    guard network.activation == .rectifier, network.layerCount > 0 else { return [0] }
    return Array(activationL1.prefix(network.layerCount))
  }
}
