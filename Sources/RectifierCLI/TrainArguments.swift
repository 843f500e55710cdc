// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles

/// The command that trains by given options.
enum TrainArguments {
  /// `rectifier train digits --hidden 100,100 --learning-rate 0.05`.
  static func command(_ configuration: TrainConfiguration) -> String {
    (["rectifier", "train"] + words(configuration)).map(ShellWord.quoted).joined(separator: " ")
  }

  /// The data, and every option that is not at its default.
  static func words(_ configuration: TrainConfiguration) -> [String] {
    let members = configuration.deviations
    var words: [String] = []
    for key in members.keys {
      guard let value = members[key] else { continue }
      words += self.words(key, value)
    }
    return words
  }

  private static func words(_ key: String, _ value: JSONValue) -> [String] {
    let flag = "--" + SweepPlan.optionName(of: key)
    switch (key, value) {
    case ("data", .string(let data)): return [data]
    case ("task", .string(let task)): return ["--\(task)"]
    case (_, .bool(true)): return [flag]
    case (_, .bool(false)): return ["--no-" + flag.dropFirst(2)]
    default: return [flag, SweepText.text(of: value)]
    }
  }
}
