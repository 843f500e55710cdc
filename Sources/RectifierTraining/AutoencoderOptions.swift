// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What determines the pre-training of one layer, beside its data and its initial encoder.
public struct AutoencoderOptions: Codable, Hashable, Sendable {
  /// The decoder and its targets.
  public var reconstruction: Reconstruction
  /// Where the decoder's biases begin.
  public var decoderBiases: DecoderBiases
  /// How the autoencoder is trained; its `activationL1` has one element, the penalty on the code.
  public var training: TrainingOptions

  /// Options of a layer.
  public init(
    reconstruction: Reconstruction, decoderBiases: DecoderBiases = .zero, training: TrainingOptions
  ) {
    self.reconstruction = reconstruction
    self.decoderBiases = decoderBiases
    self.training = training
  }
}
