// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What messages call an option: its flag, or the file and key that its value is from.
package struct OptionNames: Sendable {
  private var place = ""
  private var keys: Set<String> = []

  /// Every option by its flag.
  package init() {}

  /// Those that an object of a file holds by their place, the others by their flag.
  init(keysOf fields: JSONFields) {
    place = fields.place
    keys = Set(fields.object.keys.filter { fields.object[$0] != .null })
  }

  /// The name of the option that goes by a key of the configuration.
  package subscript(key: String) -> String {
    keys.contains(key) ? "\(place).\(key)" : Self.flag(key)
  }

  /// Calls options by their flags from now on, since flags have set them.
  mutating func useFlags(_ flags: [String]) {
    keys = keys.filter { !flags.contains(Self.flag($0)) }
  }

  /// `--batch-size` for `batchSize`.
  private static func flag(_ key: String) -> String {
    if key == "data" { return "DATA" }
    if key == "task" { return "--classification, --ordinal, --regression, --multi-label" }
    return key.reduce(into: "--") { flag, letter in
      flag += letter.isUppercase ? "-\(letter.lowercased())" : "\(letter)"
    }
  }
}
