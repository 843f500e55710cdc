// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport

@testable import RectifierExperiments

/// Records of figure 3 as they lie in a folder, with results that a test chooses.
struct Figure3Records {
  let scratch: ScratchFolder
  let trials: [Trial]

  init() throws {
    scratch = try ScratchFolder()
    try scratch.folder("runs/figure3")
    trials = try Reproduction.figure3.trials(.full)
  }

  /// Writes the record of a trial that ended so many seconds after the last whole hour, a minute
  /// after it had begun.
  func write(
    _ trial: Trial, zeros: Double, error: Double, deadUnitCount: Int = 0, endsAt second: Int = 60
  ) throws {
    let content: JSONValue = ["part": "test", "sampleCount": 10000, "checksum": "crc32:0"]
    let document: JSONValue = [
      "recipe": .string(trial.recipeHash),
      "configuration": trial.configuration.json,
      "data": ["training": content, "validation": content, "test": content],
      "divergence": .null,
      "results": [
        "part": "test", "sampleCount": 10000, "errorRate": JSONValue(error), "loss": .number(0.1),
        "zeroFraction": .array([JSONValue(zeros), JSONValue(zeros), JSONValue(zeros)]),
        "deadUnitCount": JSONValue([deadUnitCount, 0, 0]),
        "validationErrorRate": JSONValue(error), "testErrorRate": JSONValue(error),
        "bestEpoch": 1, "epochCount": 1,
      ],
      "validationErrorRates": .array([JSONValue(error)]),
      "timing": [
        "startedAt": .string(Self.time(second - 60)), "finishedAt": .string(Self.time(second)),
        "secondsPerEpoch": .array([.number(50)]), "evaluationSecondsPerEpoch": .array([.number(1)]),
      ],
      "host": ["instructionSet": "portable", "processors": 2, "rectifier": "0.1.0"],
    ]
    try AtomicFile.write(
      try document.text(.indented) + "\n",
      to: scratch.file("runs/figure3/\(trial.recipeHash).json"))
  }

  private static func time(_ second: Int) -> String {
    func digits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "2026-01-01T12:\(digits(second / 60)):\(digits(second % 60))Z"
  }
}
