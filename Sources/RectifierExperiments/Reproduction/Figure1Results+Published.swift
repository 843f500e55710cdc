// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Figure1Results {
  /// Points of the neuron's curve in the paper's figure 1, nA and Hz: digitised from the bitmap in
  /// the paper, ± 1 Hz.
  package static let published: [(current: Double, rate: Double)] = [
    (0.5, 46), (1, 80), (2, 122), (4, 164), (6, 186), (8, 198), (10, 207),
  ]

  /// How far a digitised rate may be off, Hz.
  static let publishedUncertainty = 1.0
}
