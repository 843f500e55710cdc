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
  ///   - stepCount: Steps a round.
  ///   - shouldStop: Asked after each step.
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
    var isStopped = false
    let times = try InterleavedTimes.measure(
      contestantCount: runs.count, .rounds(roundCount, repetitions: stepCount)
    ) { (run) throws(TrainingError) in
      isStopped = isStopped || shouldStop()
      if !isStopped { try runs[run].timedStep() }
    }
    if isStopped { return nil }
    let stepsPerEpoch = Double(runs[0].stepCount)
    let ratio = times.ratio(of: 1, to: 0)
    return SparsePathTiming(
      secondsPerEpoch: times.times(of: 0, scale: stepsPerEpoch).median,
      denseSecondsPerEpoch: times.times(of: 1, scale: stepsPerEpoch).median,
      ratio: ratio.median, ratioRange: ratio.range,
      endedEqual: runs[0].last.network == runs[1].last.network)
  }
}
