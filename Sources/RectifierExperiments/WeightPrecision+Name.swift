// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

extension WeightPrecision {
  /// The precision that a name stands for: `float32`, `bfloat16`, or `bf16` for short.
  ///
  /// - Throws: `ConfigurationError.unknownName` with the nearest name.
  package init(named name: String, option: String) throws(ConfigurationError) {
    let known = Self.allCases.map { (name: $0.rawValue, value: $0) }
    self = try TrainConfiguration.value(
      named: name, among: known + [(name: "bf16", value: .bfloat16)], option: option)
  }
}
