// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles

/// Options of rows as they can be typed.
enum RowFlagText {
  /// The flags of what has been changed, but for columns that are left out: one of them may be what is
  /// to be learned.
  static func words(_ input: InputConfiguration) -> [String] {
    input.changedMembers.filter { $0.key != "ignore" }.flatMap { key, value in
      words(of: OptionNames()[key], value)
    }
  }

  private static func words(of flag: String, _ value: JSONValue) -> [String] {
    switch value {
    case .bool(true): [flag]
    case .bool(false): [flag.replacing("--", with: "--no-", maxReplacements: 1)]
    case .string(let text): [flag, ShellWord.quoted(text)]
    case .array(let names):
      [flag, ShellWord.quoted(names.compactMap(\.stringValue).joined(separator: ","))]
    default: [flag, (try? value.text()) ?? ""]
    }
  }
}
