// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How the weights that predictions read are stored. Inputs, biases, sums and activations are
/// float32 with either.
public enum WeightPrecision: String, CaseIterable, Sendable {
  /// As they were trained: 4 bytes a weight.
  case float32
  /// Rounded to the nearest bfloat16, ties to even: 2 bytes a weight.
  ///
  ///     |ŵ − w| ≤ 2⁻⁸ · |w|
  ///
  /// Range and layout of the exponent are those of float32, the significand has 8 binary digits in
  /// place of 24; what would round beyond the finite stays at the largest finite value. Predictions
  /// are, to the last bit, those of a float32 network with the weights ŵ: they differ a little from
  /// those of the weights w, and by how much is a matter of the network. They are faster where
  /// reading weights takes the time, most of all for single samples.
  case bfloat16
}
