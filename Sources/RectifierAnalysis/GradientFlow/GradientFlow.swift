// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// How much of the loss's gradient reaches each layer of a network at given parameters, and how many
/// ways are open to it.
///
///     δ[l, n] = ∂loss(n)/∂a[l, n],   a the pre-activations of weight layer l for sample n
///     δ[l] = s ⊙ f′(a[l]) ⊙ W[l+1]ᵀ δ[l+1]
///
/// On a path of active rectifier units every factor f′ is 1: nothing is lost, however deep the
/// network. Where units saturate each layer multiplies by less.
///
/// Samples are independent of each other, units of one sample are not: each interval is Student's,
/// over the means of samples.
///
/// *Source:* Glorot, Bordes and Bengio (2011), sections 2.2 and 3.1; the norms by layer are those of
/// Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks"
/// (2010), section 4.
public struct GradientFlow: Equatable, Sendable {
  /// What reaches a weight layer: a hidden layer, or the output.
  public struct Layer: Equatable, Sendable {
    /// What files call it: `hidden.0`, …, `output`.
    public let name: String
    /// The mean over samples of ‖δ‖₂, in nats or squared units per unit of pre-activation.
    public let preActivationGradientNorm: Estimate
    /// The mean over samples of ‖∂loss(n)/∂W‖ = ‖δ‖₂ · ‖x‖₂, x the layer's input: Frobenius's norm.
    public let weightGradientNorm: Estimate
    /// Frobenius's norm of the gradient by W of the mean loss: what is left of the samples' own
    /// gradients once they are averaged, as a step over these rows averages them.
    public let meanWeightGradientNorm: Double
    /// The mean over samples of the fraction of units, 0…1, through which a gradient passes with more
    /// than `leastOpenSlope` of it: |f′(a)| > 0.01; nil for the output.
    public let openFraction: Estimate?
    /// The same where any of it passes: f′(a) ≠ 0.
    public let nonZeroSlopeFraction: Estimate?
  }

  /// |f′| above which a unit counts as open. A rectifier's slope is 0 or 1.
  public static let leastOpenSlope: Float = 0.01

  /// Samples that were measured.
  public let sampleCount: Int
  /// Every weight layer, the first hidden one first.
  public let layers: [Layer]
  /// The mean over samples of the fraction of all paths from a hidden unit of the first layer to one of
  /// the last, 0…1, whose units all are open:
  ///
  ///     Πₗ (open units of layer l) / (units of layer l)
  ///
  /// nil without hidden layers.
  public let openPathFraction: Estimate?

  /// The norm at the first layer divided by that at the output: below 1 where gradients fade on their
  /// way down. 0 where none arrives, NaN where none sets out.
  public var firstToLastRatio: Double {
    layers[0].preActivationGradientNorm.value / layers.last!.preActivationGradientNorm.value
  }
}

extension GradientFlow {
  /// Measures a network on rows that are drawn of the data.
  ///
  /// - Parameters:
  ///   - network: At the parameters that are looked at.
  ///   - data: Features and targets that are the network's.
  ///   - sampleCount: At most so many rows.
  ///   - seed: Which rows, from its stream "gradient flow".
  ///   - execution: How; no result depends on it.
  /// - Complexity: O(samples · parameters), as one step over as many rows.
  ///
  /// Losses are those of the head, without penalties, dropout and class weights. Derivatives below
  /// the least normal `Float`, 1.2·10⁻³⁸, are 0.
  public static func measure(
    _ network: Network, on data: Dataset, sampleCount: Int = 256, seed: Seed = Seed(1),
    execution: Execution = .default
  ) -> GradientFlow {
    let rows = data.drawn(sampleCount, seed: seed, stream: "gradient flow")
    return GradientFlowSums(network, on: rows, execution: execution).flow
  }

  /// The same of a model.
  ///
  /// - Throws: `ModelError` where features or targets do not fit it.
  public static func measure(
    _ model: Model, on data: Dataset, sampleCount: Int = 256, seed: Seed = Seed(1),
    execution: Execution = .default
  ) throws(ModelError) -> GradientFlow {
    measure(
      model.network, on: try model.fitted(data), sampleCount: sampleCount, seed: seed,
      execution: execution)
  }
}
