// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// One network of a sweep: a configuration, its seed and its data included.
package struct Trial: Equatable, Sendable {
  package let configuration: TrainConfiguration
  /// What the trial's record is found by: 16 digits that follow from ``TrainConfiguration/recipe``.
  ///
  /// FNV-1a 64 of its text with sorted keys and the shortest decimals; the record holds the
  /// configuration itself, so that a collision would be noticed.
  package let recipeHash: String

  /// A trial that is trained on one thread; others train beside it.
  package init(_ configuration: TrainConfiguration) throws(JSONError) {
    var configuration = configuration
    configuration.threadCount = nil
    self.configuration = configuration
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in try JSONValue.object(configuration.recipe).text(.canonical).utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    recipeHash = String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// What tells the data of trials apart: trials with the same key train on the same rows.
  var dataKey: String {
    var key = configuration.deviations
    let relevant = [
      "data", "dataDir", "test", "validation", "validationDraw", "resize", "invert",
    ]
    for name in key.keys where !relevant.contains(name) {
      if name == "seed", configuration.validationDraw == .random { continue }
      key[name] = nil
    }
    // Configurations hold no number that is not finite.
    return (try? JSONValue.object(key).text(.canonical)) ?? ""
  }
}
