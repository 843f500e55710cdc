// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import Testing

@Suite struct ConfigurationErrorTests {
  @Test(arguments: [
    (
      ConfigurationError.invalidValue(option: "--epochs", expected: "a number", found: "x"),
      "--epochs: expected a number, found x"
    ),
    (
      .unknownName(option: "--optimizer", found: "sdg", nearest: "sgd", known: ["sgd"]),
      "--optimizer: unknown name 'sdg'; did you mean 'sgd'?"
    ),
    (
      .unknownKey(place: "run.json", key: "q", nearest: nil, known: ["a", "b"]),
      "run.json: unknown key 'q'; known: a, b"
    ),
    (
      .conflict(options: ["--seed", "--out"], reason: "not with --resume"),
      "--seed, --out: not with --resume"
    ),
    (
      .memory(neededBytes: 3 << 40, availableBytes: 16 << 30, parts: "widths 9"),
      "--hidden: widths 9 need about 3.0 TiB, this machine has 16.0 GiB; choose smaller widths or"
        + " batches"
    ),
    (
      .memory(neededBytes: nil, availableBytes: 16 << 30, parts: "widths 9"),
      "--hidden: widths 9 need more memory than can be counted, this machine has 16.0 GiB; choose"
        + " smaller widths or batches"
    ),
  ])
  func descriptions(error: ConfigurationError, text: String) {
    #expect(error.description == text)
  }
}
