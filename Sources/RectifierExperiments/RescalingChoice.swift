// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

/// How the units of a model are to be rescaled.
package enum RescalingChoice: Equatable, Sendable {
  /// By one factor for all hidden layers, or by one a layer.
  case layers([Float])
  /// Each unit by the power of two that brings its weights nearest to norm 1.
  case unitNorms

  /// What `--alpha` and `--unit-norm` say.
  ///
  /// - Throws: `ConfigurationError`: both or neither, a factor that is none.
  package init(alpha: String?, unitNorm: Bool) throws(ConfigurationError) {
    let options = ["--alpha", "--unit-norm"]
    switch (alpha, unitNorm) {
    case (nil, false):
      throw .conflict(options: options, reason: "expected one of them, found neither")
    case (_?, true): throw .conflict(options: options, reason: "expected one of them, found both")
    case (nil, true): self = .unitNorms
    case (let text?, false):
      self = .layers(
        try TrainConfiguration.list(
          text, option: "--alpha", expected: "positive normal numbers with commas between them"
        ) { text in Float(text).flatMap { $0 > 0 && $0.isNormal ? $0 : nil } })
    }
  }

  /// The factor of each hidden unit of a network.
  ///
  /// - Throws: `ConfigurationError` where factors and layers do not go together; `RescalingError`.
  package func factors(for network: Network) throws -> [[Float]] {
    let widths = network.architecture.hiddenWidths
    guard !widths.isEmpty else {
      throw ConfigurationError.conflict(
        options: ["--alpha", "--unit-norm"], reason: "the model has no hidden layer to rescale")
    }
    guard case .layers(let layers) = self else { return try network.unitNormFactors() }
    guard layers.count == 1 || layers.count == widths.count else {
      throw ConfigurationError.invalidValue(
        option: "--alpha", expected: "one factor, or one for each of \(widths.count) hidden layers",
        found: "\(layers.count)")
    }
    return widths.enumerated().map { layer, width in
      Array(repeating: layers.count == 1 ? layers[0] : layers[layer], count: width)
    }
  }
}
