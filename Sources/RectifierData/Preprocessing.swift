// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What happens to stored features on their way into a network; it belongs to the model.
///
///     value = stored / divisor
public struct Preprocessing: Equatable, Sendable {
  /// What stored values are divided by: 255 for bytes, 1 for floats.
  public let divisor: Float
  /// How features come out of the rows of a file; nil where they are stored as they are.
  public let encoding: RowEncoding?

  /// A division; the divisor must be finite and above zero.
  public init(divisor: Float, encoding: RowEncoding? = nil) {
    guard divisor > 0, divisor.isFinite else {
      fatalError("preprocessing: divisor \(divisor), expected a finite number above 0")
    }
    self.divisor = divisor
    self.encoding = encoding
  }
  /// Whether features come out the same, whatever is learned from them.
  public func makesSameFeatures(as other: Preprocessing) -> Bool {
    switch (encoding, other.encoding) {
    case (nil, nil): divisor == other.divisor
    case (let own?, let others?): divisor == other.divisor && own.makesSameFeatures(as: others)
    default: false
    }
  }
}
