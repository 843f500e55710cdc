// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// The kind of a Rectifier file and the version of its layout, as metadata.
///
///     "format": "rectifier-model", "formatVersion": "1"
enum FormatVersion {
  /// The newest version that is written and read.
  static let newest = 1

  static func metadata(_ format: String) -> [String: String] {
    ["format": format, "formatVersion": String(newest)]
  }

  /// Refuses files of another kind and of later versions, before anything else is read of them.
  static func check(
    _ format: String, in metadata: [String: String], path: String
  ) throws(SafetensorsError) {
    guard metadata["format"] == format else {
      throw .metadata(
        path: path, key: "format", expected: JSONValue.quoted(format),
        found: metadata["format"].map { JSONValue.quoted($0) } ?? "nothing")
    }
    let text = metadata["formatVersion"]
    guard let text, let version = Int(text), version >= 1, String(version) == text else {
      throw .metadata(
        path: path, key: "formatVersion", expected: "a whole number of at least 1",
        found: text.map { JSONValue.quoted($0) } ?? "nothing")
    }
    guard version <= newest else {
      throw .laterVersion(path: path, version: text, newest: String(newest))
    }
  }
}
