// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What the values of a graph are called that is written here.
enum ONNXNames {
  /// One row of features a sample.
  static let input = "features"
  /// What the last layer computes, before the head.
  static let logits = "logits"
  /// One probability a class or label.
  static let probabilities = "probabilities"
  /// Real numbers, as the network learned them.
  static let values = "values"
  /// The number that outputs speak for, in the units of the data.
  static let prediction = "prediction"
  /// What a head's outputs are called, and those of other programs.
  static let heads = [probabilities, values]
  /// Before the keys of metadata.
  static let metadataPrefix = "rectifier."
}
