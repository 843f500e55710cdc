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

  /// What tells the data of trials apart: trials with the same key read the same rows.
  var dataKey: String {
    key(of: [], isDrawn: configuration.validationDraw == .random)
  }

  /// The same of what they learn from, which may be a sample of what was read.
  var sampleKey: String {
    key(
      of: ["trainSamples"],
      isDrawn: configuration.validationDraw == .random || configuration.trainSampleCount != nil)
  }

  private func key(of options: [String], isDrawn: Bool) -> String {
    let relevant =
      ["data", "dataDir", "test", "validation", "validationDraw", "resize", "invert"] + options
      + (isDrawn ? ["seed"] : [])
    var key = configuration.deviations
    for name in key.keys where !relevant.contains(name) { key[name] = nil }
    // Configurations hold no number that is not finite.
    return (try? JSONValue.object(key).text(.canonical)) ?? ""
  }
}
