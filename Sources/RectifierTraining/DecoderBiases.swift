// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Where the biases of a decoder begin.
public enum DecoderBiases: String, CaseIterable, Codable, Sendable {
  /// At 0, whatever is to be given back.
  case zero
  /// Where each output, without a code, is the mean of its targets over the training part: see
  /// ``Reconstruction/bias(ofMean:)``.
  ///
  /// Targets that are mostly 0, as words are, else make every output's first errors point the same
  /// way: the code takes the place of the missing biases, and many of its rectifiers die of it.
  case mean

  /// The name on the command line and in files.
  public var name: String { rawValue }
}
