// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments

/// What `reproduce figure1` prints.
enum Figure1Text {
  /// The neuron's rates beside the paper's, then the activations.
  static func lines(_ results: Figure1Results) -> [String] {
    let rows = results.rates.map { rate in
      [
        "\(NumberText.fixed(rate.current, decimals: 1)) nA",
        "\(NumberText.fixed(rate.rate, decimals: 1)) Hz",
        "\(NumberText.fixed(rate.published, decimals: 0)) Hz",
      ]
    }
    return TextTable.lines([["current", "firing rate", "paper's drawing"]] + rows) + [""]
      + ActivationText.lines(results.activations)
  }
}
