// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Table2Results {
  /// A row of the paper's table.
  package struct Published: Equatable, Sendable {
    /// RMSE in stars, the mean over folds.
    package let error: Double
    /// What stands behind ± there; nil for what the text alone has.
    package let spread: Double?
    /// Exact zeros of the hidden units, 0…1; nil for what is not said.
    package let zeroFraction: Double?
    /// Where it stands.
    package let place: String
    /// Whether the paper says only that the network does no better.
    package var isBound = false

    /// `0.746 ± 0.004`, `not below 0.833`.
    package var text: String {
      let number = NumberText.fixed(error, decimals: 3)
      if isBound { return "not below \(number)" }
      return number + (spread.map { " ± \(NumberText.fixed($0, decimals: 3))" } ?? "")
    }
  }

  /// What the paper has of a network, on OpenTable's reviews; nil for one that is not in it.
  package static func published(_ network: ReviewNetwork) -> Published? {
    switch (network.activation, network.layerCount, network.isPretrained) {
    case (_, 0, _): row(0.885, 0.006, zeros: nil)
    case (.rectifier, 1, true): row(0.807, 0.004, zeros: 0.289)
    case (.rectifier, 3, true): row(0.746, 0.004, zeros: 0.539)
    case (.tanh, 3, true): row(0.774, 0.008, zeros: 0)
    case (.rectifier, 3, false):
      Published(
        error: 0.833, spread: nil, zeroFraction: nil, place: "section 4.2", isBound: true)
    default: nil
    }
  }

  private static func row(_ error: Double, _ spread: Double, zeros: Double?) -> Published {
    Published(error: error, spread: spread, zeroFraction: zeros, place: "table 2")
  }
}
