// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining

/// The values of options as people write them; errors call the option by the given name.
extension PretrainConfiguration {
  /// Names with commas between them: `softplus`, `softplus,linear`.
  package static func reconstructions(
    parsing text: String, option: String = "--decoder"
  ) throws(ConfigurationError) -> [Reconstruction] {
    var reconstructions: [Reconstruction] = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      reconstructions.append(try TrainConfiguration.value(named: String(name), option: option))
    }
    return reconstructions
  }

  /// `zero` or `mean`.
  package static func decoderBiases(
    named name: String, option: String = "--decoder-biases"
  ) throws(ConfigurationError) -> DecoderBiases {
    try TrainConfiguration.value(named: name, option: option)
  }

  /// Names with commas between them: `masking:0.25`, `salt-and-pepper:0.8/0.005,masking:0.5`.
  package static func corruptions(
    parsing text: String, option: String = "--corruption"
  ) throws(ConfigurationError) -> [Corruption] {
    var corruptions: [Corruption] = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      corruptions.append(try corruption(parsing: String(name), option: option))
    }
    return corruptions
  }

  /// One name: `masking:0.25`.
  package static func corruption(
    parsing name: String, option: String = "--corruption"
  ) throws(ConfigurationError) -> Corruption {
    do throws(CorruptionError) {
      return try Corruption(parsing: name)
    } catch {
      switch error {
      case .unknown(let found, let nearest, let all):
        throw .unknownName(option: option, found: found, nearest: nearest, known: all)
      case .invalidLevel(let kind, let expected, let found):
        throw .invalidValue(
          option: option, expected: "\(expected) after \(kind)", found: "'\(found)'")
      }
    }
  }
}
