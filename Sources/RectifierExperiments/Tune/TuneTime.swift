// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How long a search may take.
package enum TuneTime {
  /// Five minutes, as fastText's autotune has them.
  package static let defaultSeconds = 300.0

  /// Seconds of `30s`, `5m`, `2h`; a number alone is seconds.
  package static func seconds(
    parsing text: String, option: String = "--time"
  ) throws(ConfigurationError) -> Double {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
    let unit = text.last.flatMap { units[$0] }
    let number = Double(unit == nil ? text[...] : text.dropLast())
    // A year is longer than anybody waits, and far below what a clock counts.
    guard let number, case let seconds = number * (unit ?? 1), seconds > 0, seconds <= 366 * 86_400
    else {
      throw .invalidValue(
        option: option, expected: "a time above 0 such as 30s, 5m or 2h", found: "'\(text)'")
    }
    return seconds
  }
}
