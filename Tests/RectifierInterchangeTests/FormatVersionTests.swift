// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierInterchange

@Suite struct FormatVersionTests {
  @Test func acceptsWhatItWrites() {
    #expect(FormatVersion.metadata("kind") == ["format": "kind", "formatVersion": "1"])
    #expect(throws: Never.self) {
      try FormatVersion.check("kind", in: FormatVersion.metadata("kind"), path: "m")
    }
  }

  @Test(arguments: [
    (["formatVersion": "1"], "format", "\"kind\"", "nothing"),
    (["format": "other", "formatVersion": "9"], "format", "\"kind\"", "\"other\""),
    (["format": "kind"], "formatVersion", "a whole number of at least 1", "nothing"),
    (
      ["format": "kind", "formatVersion": "0"], "formatVersion", "a whole number of at least 1",
      "\"0\""
    ),
    (
      ["format": "kind", "formatVersion": "01"], "formatVersion", "a whole number of at least 1",
      "\"01\""
    ),
  ])
  func refusesOtherFiles(
    _ metadata: [String: String], key: String, expected: String, found: String
  ) {
    #expect(
      throws: SafetensorsError.metadata(path: "m", key: key, expected: expected, found: found)
    ) {
      try FormatVersion.check("kind", in: metadata, path: "m")
    }
  }

  @Test func refusesLaterVersions() {
    #expect(throws: SafetensorsError.laterVersion(path: "m", version: "2", newest: "1")) {
      try FormatVersion.check("kind", in: ["format": "kind", "formatVersion": "2"], path: "m")
    }
  }
}
