// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// Scores predictions by what a task is about, batch by batch in the order of the samples.
struct TaskScorer {
  private let task: LearningTask?
  private let targets: Dataset.Targets
  private let outputCount: Int
  /// Of ordinal classes and reals.
  private var errors: RealErrors?
  /// Of sets of labels.
  private var sets: LabelSetCounts?
  /// Of classes and of sets of them.
  private var ranking: LabelRanking?

  /// - Parameter rankingDepth: The largest k of P@k and R@k.
  init(_ task: LearningTask?, data: Dataset, outputCount: Int, rankingDepth: Int) {
    self.task = task
    self.outputCount = outputCount
    targets = data.targets
    switch task {
    case .classification: ranking = LabelRanking(outputCount: outputCount, depth: rankingDepth)
    case .multiLabel:
      ranking = LabelRanking(outputCount: outputCount, depth: rankingDepth)
      sets = LabelSetCounts(labelCount: outputCount)
    case .ordinal, .regression:
      errors = RealErrors(truth: (0..<data.rowCount).lazy.map { [self] in truth(ofRow: $0) })
    case nil: break
    }
  }

  /// Adds a batch.
  ///
  /// - Parameters:
  ///   - rows: Of the data.
  ///   - preActivations: Of the output layer, `[rows × padded outputs]`.
  ///   - values: What the head makes of them, in the same form.
  mutating func add(
    rows: UnsafeBufferPointer<Int32>, preActivations: AlignedBuffer<Float>,
    values: AlignedBuffer<Float>
  ) {
    if task == nil { return }
    let stride = PanelLayout.padded(outputCount)
    for (n, row) in rows.enumerated() {
      func outputs(_ buffer: AlignedBuffer<Float>) -> UnsafeBufferPointer<Float> {
        UnsafeBufferPointer(start: buffer.pointer + n * stride, count: outputCount)
      }
      add(row: Int(row), ranked: outputs(preActivations), values: outputs(values))
    }
  }

  private mutating func add(
    row: Int, ranked: UnsafeBufferPointer<Float>, values: UnsafeBufferPointer<Float>
  ) {
    switch targets {
    case .sets(let all):
      ranking?.add(ranked, truth: all[row])
      sets?.add(predicted: LearningTask.predictedLabels(values), truth: all[row])
    case .classes(let classes):
      ranking?.add(ranked, truth: CollectionOfOne(classes[row]))
    case .reals, .features, .none: break
    }
    if let predicted = task?.predictedNumber(values) {
      let truth = truth(ofRow: row)
      errors?.add(predicted: predicted, truth: truth)
    }
  }

  /// The true number of a row, in its own units.
  private func truth(ofRow row: Int) -> Double {
    switch (task, targets) {
    case (.ordinal(let levels), .classes(let classes)): levels[Int(classes[row])]
    case (.regression(let mean, let deviation), .reals(let matrix)):
      Double(matrix[row, 0]) * Double(deviation) + Double(mean)
    default: fatalError("scores: a task \(task?.name ?? "none") with targets of another kind")
    }
  }

  /// What came of all batches.
  var result: (measures: [Measure: Estimate], ranking: LabelRanking?) {
    var measures = errors?.measures ?? sets?.measures ?? [:]
    if sets != nil, let ranking { measures.merge(ranking.measures) { $1 } }
    return (measures, ranking?.sampleCount == 0 ? nil : ranking)
  }
}
