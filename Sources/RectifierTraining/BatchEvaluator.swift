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
  private let task: LearningTask?
  private let classWeights: [Float]
  /// The head's outputs, where they are scored.
  private let values: AlignedBuffer<Float>?
  /// In the last evaluation, the first layer with an output that is not finite; nil where the loss
  /// was finite throughout.
  private(set) var firstNonFiniteLayer: Int?

  /// - Precondition: Task and class weights go with the head.
  init(architecture: Architecture, task: LearningTask?, classWeights: [Float]) {
    self.architecture = architecture
    self.task = task
    self.classWeights = classWeights
    let valueCount = Self.batchSize * PanelLayout.padded(architecture.head.outputCount)
    values = task == nil ? nil : AlignedBuffer(count: valueCount)
    forward = ForwardPass(
      architecture: architecture, rowCapacity: Self.batchSize, keepsSlopes: false)
    head = HeadPass(
      head: architecture.head, classWeights: classWeights, rowCapacity: Self.batchSize)
  }

  /// Error, loss and zeros of a network on data that fit it.
  func evaluate(
    _ network: Network, on data: Dataset, precision: WeightPrecision = .float32,
    rankingDepth: Int = LabelRanking.defaultDepth, execution: Execution
  ) -> Evaluation {
    let bfloat16Weights = BFloat16Weights(network, precision: precision)
    let classCount = architecture.head.classCount ?? 0
    var confusion = [[Int]](
      repeating: [Int](repeating: 0, count: classCount), count: classCount)
    var scorer = TaskScorer(
      task, data: data, outputCount: architecture.head.outputCount, rankingDepth: rankingDepth)
    var lossSum = 0.0
    var activity = UnitActivity(hiddenWidths: architecture.hiddenWidths)
    firstNonFiniteLayer = nil
    forward.run(
      network, bfloat16Weights: bfloat16Weights, over: data, execution: execution
    ) { rows in
      let rowCount = rows.count
      head.gather(data, rows: rows, instructionSet: execution.instructionSet)
      head.run(
        forward.outputs.last!, delta: nil, values: values, rowCount: rowCount,
        instructionSet: execution.instructionSet)
      head.addLosses(to: &lossSum, rowCount: rowCount)
      if firstNonFiniteLayer == nil, !lossSum.isFinite {
        firstNonFiniteLayer = forward.firstNonFiniteLayer(rowCount: rowCount)
      }
      head.forEachPrediction(rowCount: rowCount) { confusion[$0][$1] += 1 }
      if let values {
        scorer.add(rows: rows, preActivations: forward.outputs.last!, values: values)
      }
      activity.add(forward, rowCount: rowCount)
    }
    var (measures, ranking) = scorer.result
    measures[.weightedErrorRate] = weightedErrorRate(confusion)
    return Evaluation(
      sampleCount: data.rowCount, loss: lossSum / Double(data.rowCount),
      zeroFraction: activity.zeroFraction, deadUnitCount: activity.silentUnits.map(\.count),
      confusion: confusion, measures: measures, ranking: ranking)
  }

  /// Nil without class weights, and where no class in the data has one above 0.
  private func weightedErrorRate(_ confusion: [[Int]]) -> Estimate? {
    if classWeights.isEmpty { return nil }
    var sums = RatioSums()
    for (truth, row) in confusion.enumerated() {
      let weight = Double(classWeights[truth])
      sums.add(0, over: weight, count: row[truth])
      sums.add(weight, over: weight, count: row.reduce(0, +) - row[truth])
    }
    return sums.estimate
  }
}
