// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The word break class of every scalar.
///
/// The classes are the project's own, not those of the system that it runs on, so that a model finds
/// the same words everywhere.
struct WordBreakTable: Sendable {
  /// The table that `ranges` says.
  static let shared = WordBreakTable()

  /// First scalars of ranges, ascending, the first 0; a range ends where the next begins.
  private var starts: [UInt32] = [0]
  private var classes: [WordBreakClass] = [.other]
  /// The classes of the scalars of ASCII.
  private(set) var ascii: [WordBreakClass] = []

  private init() {
    for range in Self.ranges.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      guard let letter = range.last, let found = WordBreakClass(rawValue: letter) else {
        fatalError("word break table: \(range)")
      }
      let ends = Self.scalars(range.dropLast())
      append(ends.first, found)
      append(ends.last + 1, .other)
    }
    ascii = (0..<0x80).map { self[$0] }
  }

  /// The class of a scalar.
  ///
  /// - Complexity: O(log ranges).
  subscript(scalar: UInt32) -> WordBreakClass {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= scalar { low = middle } else { high = middle }
    }
    return classes[low]
  }

  private mutating func append(_ start: UInt32, _ found: WordBreakClass) {
    if starts[starts.count - 1] == start {
      classes[classes.count - 1] = found
    } else {
      starts.append(start)
      classes.append(found)
    }
  }

  /// The ends of a range, written as one hexadecimal number or two.
  private static func scalars(_ text: Substring.UTF8View) -> (first: UInt32, last: UInt32) {
    let numbers = text.split(separator: UInt8(ascii: "-")).map { digits in
      digits.reduce(UInt32(0)) { $0 << 4 | UInt32($1 < 0x41 ? $1 - 0x30 : $1 - 0x37) }
    }
    return (numbers[0], numbers[numbers.count - 1])
  }
}
