// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Where the rows come from that decide between epochs.
public enum ValidationChoice: Equatable, Sendable {
  /// That many rows of the training part.
  case count(Int)
  /// That share of the training part, in (0, 1).
  case fraction(Double)
  /// Another data source: a path or a catalog name.
  case source(String)

  /// Reads what a user wrote: an integer of at least 2 is a count, a number with a point between 0
  /// and 1 a fraction, anything else a data source.
  public init(parsing text: String) {
    let digits = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if digits, let count = Int(text), count >= 2 {
      self = .count(count)
    } else if Self.isDecimal(text), let fraction = Double(text), fraction > 0, fraction < 1 {
      self = .fraction(fraction)
    } else {
      self = .source(text)
    }
  }

  /// How many of the training part's rows are taken, a fraction rounded to the nearest row; nil
  /// where they come from another source.
  public func count(of rowCount: Int) -> Int? {
    switch self {
    case .count(let count): count
    case .fraction(let fraction): Int((fraction * Double(rowCount)).rounded())
    case .source: nil
    }
  }

  /// Digits with exactly one point: no sign, no exponent, none of the other ways to write a number.
  private static func isDecimal(_ text: String) -> Bool {
    let others = text.utf8.filter { !(0x30...0x39).contains($0) }
    return text.utf8.count > 1 && others == [0x2E]
  }
}

/// Which rows of the training part decide between epochs.
public enum ValidationDraw: String, Codable, CaseIterable, Sendable {
  /// The last ones.
  case last
  /// Ones drawn from the seed, each class in proportion.
  case random
}
