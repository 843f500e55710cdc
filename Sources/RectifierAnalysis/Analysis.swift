// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics
import RectifierTraining

/// The measures of one model on data, as far as they were asked for: nil for the others.
///
/// The same model, data and options give the same numbers for any `Execution`.
public struct Analysis: Equatable, Sendable {
  /// Samples that there are.
  public let sampleCount: Int
  /// Error and loss on all samples; networks compare where these are about equal. Nil for data without
  /// targets.
  public let evaluation: Evaluation?
  /// Which units are silent.
  public let zeros: Zeros?
  /// How many units are active from input to input.
  public let variableSize: VariableSize?
  /// How much of a code a small change of the input changes.
  public let disentangling: Disentangling?
  /// How well a linear classifier reads codes; nil without classes, too.
  public let separability: Separability?
  /// What is left when units fall silent or noise comes in; nil without classes, too.
  public let robustness: Robustness?
  /// How many bytes codes take.
  public let storage: Storage?
  /// How much of the loss's gradient reaches each layer; nil for data without targets, too.
  public let gradientFlow: GradientFlow?
  /// How large activations and weights are.
  public let bounds: Bounds?
  /// How many linear pieces the data meet; nil for units that bend everywhere, too.
  public let linearity: Linearity?

  /// Measures what the options ask for.
  ///
  /// - Throws: `ModelError` where the data do not fit the model, and for an output that is not finite;
  ///   `TrainingError` where a linear probe diverges.
  /// - Precondition: A number of samples that is asked for is at least 1.
  public static func measure(
    _ model: Model, on data: Dataset, options: AnalysisOptions = AnalysisOptions(),
    execution: Execution = .default
  ) throws -> Analysis {
    func has(_ claim: AnalysisClaim) -> Bool { options.claims.contains(claim) }
    let (seed, count) = (options.seed, options.sampleCount)
    return Analysis(
      sampleCount: data.rowCount,
      evaluation: try evaluation(model, on: data, execution: execution),
      zeros: has(.zeros) ? try Zeros.measure(model, on: data, execution: execution) : nil,
      variableSize: has(.variableSize)
        ? try VariableSize.measure(model, on: data, execution: execution) : nil,
      disentangling: has(.disentangling)
        ? try Disentangling.measure(
          model, on: data, sampleCount: count ?? Disentangling.defaultSampleCount, seed: seed,
          execution: execution) : nil,
      separability: has(.separability)
        ? try Separability.measure(
          model, on: data, sampleCount: count ?? Separability.defaultSampleCount, seed: seed,
          execution: execution) : nil,
      robustness: has(.robustness)
        ? try Robustness.measure(
          model, on: data, sampleCount: count ?? Robustness.defaultSampleCount, seed: seed,
          execution: execution) : nil,
      storage: has(.storage) ? try Storage.measure(model, on: data, execution: execution) : nil,
      gradientFlow: has(.gradientFlow)
        ? try gradientFlow(model, on: data, seed: seed, execution: execution) : nil,
      bounds: has(.bounds) ? try Bounds.measure(model, on: data, execution: execution) : nil,
      linearity: has(.linearity)
        ? try linearity(model, on: data, seed: seed, execution: execution) : nil)
  }

  private static func gradientFlow(
    _ model: Model, on data: Dataset, seed: Seed, execution: Execution
  ) throws(ModelError) -> GradientFlow? {
    if case .none = data.targets { return nil }
    return try GradientFlow.measure(model, on: data, seed: seed, execution: execution)
  }

  private static func linearity(
    _ model: Model, on data: Dataset, seed: Seed, execution: Execution
  ) throws(LinearityError) -> Linearity? {
    do throws(LinearityError) {
      return try Linearity.measure(model, on: data, seed: seed, execution: execution)
    } catch {
      if case .notPiecewiseLinear = error { return nil }
      throw error
    }
  }

  private static func evaluation(
    _ model: Model, on data: Dataset, execution: Execution
  ) throws(ModelError) -> Evaluation? {
    if case .none = data.targets { return nil }
    return try Evaluation.evaluate(model, on: data, execution: execution)
  }
}
