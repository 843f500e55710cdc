// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// How a model does on data.
public struct Evaluation: Equatable, Sendable {
  /// Samples evaluated.
  public let sampleCount: Int
  /// Mean over the samples of the data loss, summed over outputs: in nats (softmax, logistic) or
  /// squared units (identity, softplus, rectifier); times the weights of the classes where the model
  /// was trained with such.
  public let loss: Double
  /// Exact zeros a hidden layer, 0…1; units that are dead count.
  public let zeroFraction: [Double]
  /// Units a hidden layer that no sample activates.
  public let deadUnitCount: [Int]
  /// Samples by true class (row) and predicted class (column); empty without classes.
  public let confusion: [[Int]]
  /// What the model's task is scored by beside loss and error rate; none for plain classification,
  /// and for reals that stand for themselves.
  public let measures: [Measure: Estimate]
  /// How true labels rank among a sample's outputs; nil unless targets are classes without levels, or
  /// sets of them.
  public let ranking: LabelRanking?

  /// Wrong predictions; nil where targets are reals, those of a logistic head included.
  public var errors: CountedRate? {
    guard !confusion.isEmpty else { return nil }
    let right = confusion.indices.reduce(0) { $0 + confusion[$1][$1] }
    return CountedRate(count: sampleCount - right, sampleCount: sampleCount)
  }

  /// Wrong predictions, 0…1; nil without classes.
  public var errorRate: Double? { errors?.fraction }

  /// By what models compare.
  package var scored: ScoredValues {
    ScoredValues(errorRate: errorRate, loss: loss, measures: measures.mapValues(\.value))
  }

  /// Evaluates a model on data; the losses are summed in Double in sample order.
  ///
  /// - Parameters:
  ///   - model: The model to measure.
  ///   - data: With the model's features and targets.
  ///   - precision: Of the weights: what is measured is what a `Predictor` of that precision says.
  ///   - rankingDepth: The largest k of the ranking's P@k and R@k, where there are so many labels.
  ///   - execution: How; no result depends on it.
  /// - Throws: `ModelError` where the data do not fit the model.
  /// - Precondition: The depth is at least 1.
  public static func evaluate(
    _ model: Model, on data: Dataset, precision: WeightPrecision = .float32,
    rankingDepth: Int = LabelRanking.defaultDepth, execution: Execution = .default
  ) throws(ModelError) -> Evaluation {
    guard rankingDepth > 0 else { fatalError("evaluation: the first \(rankingDepth) labels") }
    let data = try model.fitted(data)
    return BatchEvaluator(
      architecture: model.network.architecture, task: model.task,
      classWeights: model.facts.options.classWeights
    )
    .evaluate(
      model.network, on: data, precision: precision, rankingDepth: rankingDepth,
      execution: execution)
  }
}
