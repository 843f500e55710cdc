// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// One of several parts of equal size that the rows of a data set are divided into, each to be the test
/// part once.
public struct Fold: Equatable, Sendable {
  /// Which one, from 1 to ``count``.
  public let number: Int
  /// How many there are; at least 2.
  public let count: Int

  /// - Precondition: `2 ≤ count`, `1 ≤ number ≤ count`.
  public init(number: Int, count: Int) {
    guard count >= 2, 1...count ~= number else { fatalError("fold: \(number) of \(count)") }
    self.number = number
    self.count = count
  }

  /// Reads `3/10`; nil for what is no fold.
  public init?(parsing text: String) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let count = numbers[1],
      2...Int(Int32.max) ~= count, 1...count ~= number
    else { return nil }
    self.init(number: number, count: count)
  }

  /// `3/10`.
  public var text: String { "\(number)/\(count)" }
}
