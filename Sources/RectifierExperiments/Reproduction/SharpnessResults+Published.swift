// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

extension SharpnessResults {
  /// The data of the paper's numbers: jittered-cluttered, which is none of ours.
  package static let publishedName = "NORB"

  /// The paper's test errors, section 4.1, of one network each, 0…1, from the smallest α to the
  /// rectifier.
  package static let published: [(activation: Activation, testErrorRate: Double)] =
    [(1, 17.68), (1.3, 17.53), (2, 16.9), (3, 16.66), (6, 16.54)].map {
      (.softplus(sharpness: $0.0), $0.1 / 100)
    } + [(.rectifier, 16.40 / 100)]

  /// What the paper states for an activation, 0…1; nil for one that it does not have.
  package static func published(_ activation: Activation) -> Double? {
    published.first { $0.activation == activation }?.testErrorRate
  }
}
