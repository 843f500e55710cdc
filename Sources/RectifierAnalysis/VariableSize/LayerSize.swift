// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining

/// How many units of a hidden layer are active, from sample to sample.
public struct LayerSize: Equatable, Sendable {
  /// Units of the layer.
  public let unitCount: Int
  /// Active units a sample, with Student's interval over samples.
  public let mean: Estimate
  /// The standard deviation over samples; nil for one sample.
  public let deviation: Double?
  /// Active units at ``VariableSize/quantileLevels``.
  public let quantiles: [Double]
  /// Active units a sample of each class, with Student's interval, nil for a class without samples;
  /// empty without classes.
  public let meanByClass: [Estimate?]
  /// Spearman's ρ between active units and the margin of the prediction: the difference of the two
  /// largest outputs before softmax. Nil for other heads, and where either never changes.
  public let marginCorrelation: Estimate?
  /// Spearman's ρ between active units and ink: the sum of the features. Nil where either never
  /// changes.
  public let inkCorrelation: Estimate?
}
