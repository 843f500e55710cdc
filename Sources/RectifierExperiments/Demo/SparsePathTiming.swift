// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// What the zeros of a network save: the same training steps timed with the sparse path on and off,
/// in turn, so that whatever else slows the machine down slows both.
package struct SparsePathTiming: Equatable, Sendable {
  /// Seconds an epoch of training steps takes, kernels chosen by density; median of the rounds.
  package let secondsPerEpoch: Double
  /// The same with every kernel visiting every input.
  package let denseSecondsPerEpoch: Double
  /// Dense over sparse time, round by round: the median.
  package let ratio: Double
  /// The least and the largest ratio of a round.
  package let ratioRange: ClosedRange<Double>
  /// Whether both ended with the same parameters, bit for bit.
  package let endedEqual: Bool

  /// Times steps that begin with a network.
  ///
  /// - Parameters:
  ///   - stepCount: Steps a round; fewer where the epoch has fewer.
  ///   - shouldStop: Asked after each round.
  /// - Returns: Nil where it was stopped.
  /// - Precondition: The network, data and options can be trained with.
  package static func measure(
    _ network: Network, training: Dataset, validation: Dataset, options: TrainingOptions,
    execution: Execution, stepCount: Int = 200, roundCount: Int = 5,
    shouldStop: () -> Bool = { false }
  ) throws(TrainingError) -> SparsePathTiming? {
    var dense = execution
    dense.kernels = .dense
    let runs = [
      try TrainingRun(
        network, training: training, validation: validation, options: options,
        execution: execution),
      try TrainingRun(
        network, training: training, validation: validation, options: options, execution: dense),
    ]
    // One step of the epoch is left, for its end would measure the validation too.
    let stepCount = min(stepCount, (runs[0].stepCount - 1) / (roundCount + 1))
    guard stepCount > 0 else {
      fatalError("timing: \(runs[0].stepCount) steps an epoch for \(roundCount) rounds")
    }
    for run in runs { _ = try seconds(stepCount, of: run) }
    var rounds: [[Double]] = []
    for _ in 0..<roundCount {
      var times: [Double] = []
      for run in runs { times.append(try seconds(stepCount, of: run)) }
      if shouldStop() { return nil }
      rounds.append(times)
    }
    let epochs = Double(runs[0].stepCount) / Double(stepCount)
    let ratios = rounds.map { $0[1] / $0[0] }.sorted()
    return SparsePathTiming(
      secondsPerEpoch: median(rounds.map { $0[0] }) * epochs,
      denseSecondsPerEpoch: median(rounds.map { $0[1] }) * epochs,
      ratio: median(ratios), ratioRange: ratios[0]...ratios[ratios.count - 1],
      endedEqual: runs[0].last.network == runs[1].last.network)
  }

  private static func seconds(_ stepCount: Int, of run: TrainingRun) throws(TrainingError)
    -> Double
  {
    let start = ContinuousClock.now
    for _ in 0..<stepCount { _ = try run.step() }
    return (ContinuousClock.now - start) / .seconds(1)
  }

  /// The middle one; of an even number the upper of the two.
  private static func median(_ values: [Double]) -> Double {
    values.sorted()[values.count / 2]
  }
}
