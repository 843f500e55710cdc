// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining

/// What came of a demo.
package struct DemoResults: Sendable {
  /// One network, trained and measured.
  package struct Trial: Sendable {
    package let entry: DemoRecipe.Entry
    package let runPath: String
    package let results: TrainingResults
    /// The model of the best epoch.
    package let model: Model
  }

  /// In the order of the recipe: the first is compared with the others.
  package let trials: [Trial]
  /// Of the first network.
  package let timing: SparsePathTiming
}

extension DemoResults.Trial {
  /// The median over its epochs; nil where none was timed.
  package var secondsPerEpoch: Double? {
    let times = results.secondsPerEpoch.compactMap { $0 }
    return times.isEmpty ? nil : Spread(times).median
  }

  package var json: JSONValue {
    var members = results.json
    members["activation"] = .string(entry.activation.name)
    members["learningRate"] = JSONValue(entry.learningRate)
    members["activationL1"] = JSONValue(entry.activationL1)
    members["run"] = .string(runPath)
    return .object(members)
  }
}

extension DemoResults {
  /// All of it, with keys that stay the same from version to version.
  package var json: JSONValue {
    ["networks": .array(trials.map(\.json)), "sparsePath": timing.json]
  }
}

extension SparsePathTiming {
  package var json: JSONValue {
    [
      "secondsPerEpoch": JSONValue(secondsPerEpoch),
      "denseSecondsPerEpoch": JSONValue(denseSecondsPerEpoch),
      "ratio": JSONValue(ratio),
      "ratioRange": .array([JSONValue(ratioRange.lowerBound), JSONValue(ratioRange.upperBound)]),
      "endedEqual": .bool(endedEqual),
    ]
  }
}
