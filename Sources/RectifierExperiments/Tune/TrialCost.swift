// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation

/// How long epochs of networks have taken, and how long others will take, as far as that can be told.
struct TrialCost {
  private struct Observation {
    var work: Double
    var optimizerName: String
    var secondsPerEpoch: Double
  }

  /// By the network, whatever its number of epochs.
  private var observations: [String: Observation] = [:]
  /// Epochs that need not be done again.
  private var doneEpochCounts: [String: Int] = [:]

  /// Notes what an epoch has taken, its validation included.
  mutating func observe(_ trial: Trial, secondsPerEpoch: Double) {
    observations[trial.lineHash] = Observation(
      work: Self.work(of: trial), optimizerName: trial.configuration.optimizer.name,
      secondsPerEpoch: secondsPerEpoch)
  }

  /// Notes that a trial is done, from which longer ones go on.
  mutating func finish(_ record: TrialRecord) {
    let (trial, results) = (record.trial, record.results)
    doneEpochCounts[trial.lineHash] = max(
      doneEpochCounts[trial.lineHash] ?? 0, trial.configuration.epochCount)
    let seconds = zip(
      results?.secondsPerEpoch ?? [], results?.evaluationSecondsPerEpoch ?? []
    ).compactMap { training, evaluation in training.map { $0 + (evaluation ?? 0) } }
    guard !seconds.isEmpty else { return }
    observe(trial, secondsPerEpoch: seconds.reduce(0, +) / Double(seconds.count))
  }

  /// What is left to do of a trial, in seconds; nil as long as nothing is known.
  ///
  /// A network that has not been trained takes as long as the one whose work is the nearest, or as
  /// many times longer as it has more to do. Those with the same optimizer are asked first: of sparse
  /// inputs one with moments takes far longer.
  func seconds(of trial: Trial) -> Double? {
    let configuration = trial.configuration
    var count = configuration.epochCount
    if configuration.schedule != .cosine { count -= doneEpochCounts[trial.lineHash] ?? 0 }
    if let own = observations[trial.lineHash] { return Double(count) * own.secondsPerEpoch }
    let work = Self.work(of: trial)
    let alike = observations.values.filter { $0.optimizerName == configuration.optimizer.name }
    let asked = alike.isEmpty ? Array(observations.values) : alike
    let nearest = asked.min { a, b in
      let distances = (abs(log(a.work / work)), abs(log(b.work / work)))
      // The order of a dictionary's values is not always the same.
      return distances.0 == distances.1
        ? a.secondsPerEpoch > b.secondsPerEpoch : distances.0 < distances.1
    }
    return nearest.map { Double(count) * $0.secondsPerEpoch * max(1, work / $0.work) }
  }

  /// Weights that a sample meets, up to a constant factor. How many inputs there are is not known
  /// before the data are read: a thousand stand for them, and ten for the outputs.
  private static func work(of trial: Trial) -> Double {
    let widths = [1000] + trial.configuration.hiddenWidths + [10]
    return Double(zip(widths, widths.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 })
  }
}
