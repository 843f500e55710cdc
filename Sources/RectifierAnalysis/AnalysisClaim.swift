// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What an analysis can measure: what is claimed of sparse codes, one by one.
public enum AnalysisClaim: String, CaseIterable, Sendable {
  /// Which units are silent: ``Zeros``.
  case zeros
  /// How many units are active from input to input: ``VariableSize``.
  case variableSize = "variable-size"
  /// How much of a code a small change of the input changes: ``Disentangling``.
  case disentangling
  /// How well a linear classifier reads a code: ``Separability``.
  case separability
  /// What is left when units fall silent or noise comes in: ``Robustness``.
  case robustness
  /// How many bytes codes take: ``Storage``.
  case storage
  /// How much of the loss's gradient reaches each layer: ``GradientFlow``.
  case gradientFlow = "gradient-flow"
  /// How large activations and weights are: ``Bounds``.
  case bounds
  /// How many linear pieces data meet: ``Linearity``.
  case linearity
}
