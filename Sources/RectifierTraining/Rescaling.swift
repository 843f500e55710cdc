// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// A model and the same function with its hidden units on other scales.
public struct Rescaling: Equatable, Sendable {
  /// The model before.
  public let original: Model
  /// The model after; all that is known of the original is known of it.
  public let model: Model
  /// What each hidden unit's output was multiplied by.
  public let factors: [[Float]]

  /// Whether all factors are powers of two, so that nothing was rounded.
  public var isExact: Bool {
    factors.joined().allSatisfy { $0.significand == 1 }
  }
}

extension Model {
  /// The model with its hidden units multiplied by factors, which the layers behind them divide by:
  /// `Network.rescalingUnits(_:)`.
  ///
  /// - Throws: `RescalingError`.
  /// - Precondition: One factor a unit, each positive, finite and normal.
  public func rescaled(by factors: [[Float]]) throws(RescalingError) -> Rescaling {
    Rescaling(
      original: self,
      model: Model(
        network: try network.rescalingUnits(factors), preprocessing: preprocessing,
        imageShape: imageShape, labels: labels, facts: facts, compactions: compactions),
      factors: factors)
  }

  /// What the network makes of each row of data before the head's link: the logits of softmax,
  /// `[rows × outputs]`. Targets are not read.
  ///
  /// - Throws: `ModelError` where the features do not fit the model.
  public func logits(
    for data: Dataset, execution: Execution = .default
  ) throws(ModelError) -> Matrix {
    try Model(
      network: network.givingLogits, preprocessing: preprocessing, imageShape: imageShape,
      labels: [], facts: facts, compactions: compactions
    ).outputs(for: data, execution: execution)
  }
}

extension Rescaling {
  /// Runs both models over data and compares their logits, row for row. Targets are not read.
  ///
  /// - Throws: `ModelError` where the features do not fit the model.
  /// - Complexity: Two passes over the data; the logits of both are held.
  public func check(
    on data: Dataset, execution: Execution = .default
  ) throws(ModelError) -> OutputDifference {
    OutputDifference(
      from: try original.logits(for: data, execution: execution),
      to: try model.logits(for: data, execution: execution),
      hasClasses: original.network.architecture.head.classCount != nil)
  }
}
