// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// Runs a network over a whole data set and adds up what comes out.
final class BatchEvaluator {
  /// Rows a batch: results do not depend on it.
  private static let batchSize = 256
  private let forward: ForwardPass
  private let head: HeadPass
  private let architecture: Architecture
  /// In the last evaluation, the first layer with an output that is not finite; nil where the loss
  /// was finite throughout.
  private(set) var firstNonFiniteLayer: Int?

  init(architecture: Architecture) {
    self.architecture = architecture
    forward = ForwardPass(
      architecture: architecture, rowCapacity: Self.batchSize, keepsSlopes: false)
    head = HeadPass(head: architecture.head, rowCapacity: Self.batchSize)
  }

  /// Error, loss and zeros of a network on data that fit it.
  func evaluate(
    _ network: Network, on data: Dataset, precision: WeightPrecision = .float32,
    execution: Execution
  ) -> Evaluation {
    let bfloat16Weights = BFloat16Weights(network, precision: precision)
    let classCount = data.labels.count
    var confusion = [[Int]](
      repeating: [Int](repeating: 0, count: classCount), count: classCount)
    var lossSum = 0.0
    var activity = UnitActivity(hiddenWidths: architecture.hiddenWidths)
    firstNonFiniteLayer = nil
    forward.run(
      network, bfloat16Weights: bfloat16Weights, over: data, execution: execution
    ) { rows in
      let rowCount = rows.count
      head.gather(data, rows: rows, instructionSet: execution.instructionSet)
      head.run(
        forward.outputs.last!, delta: nil, rowCount: rowCount,
        instructionSet: execution.instructionSet)
      head.addLosses(to: &lossSum, rowCount: rowCount)
      if firstNonFiniteLayer == nil, !lossSum.isFinite {
        firstNonFiniteLayer = forward.firstNonFiniteLayer(rowCount: rowCount)
      }
      head.forEachPrediction(rowCount: rowCount) { confusion[$0][$1] += 1 }
      activity.add(forward, rowCount: rowCount)
    }
    return Evaluation(
      sampleCount: data.rowCount, loss: lossSum / Double(data.rowCount),
      zeroFraction: activity.zeroFraction, deadUnitCount: activity.silentUnits.map(\.count),
      confusion: confusion)
  }
}
