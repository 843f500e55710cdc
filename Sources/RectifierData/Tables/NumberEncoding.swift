// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How a column of numbers becomes a feature, and another where some are missing.
///
///     feature = (x − mean) / deviation      standardised
///     feature = x                           else
///
/// A missing number becomes what the mean becomes. The second feature is 1 where the number is missing,
/// else 0.
public struct NumberEncoding: Equatable, Sendable {
  /// The mean of the training rows' numbers, those that are missing left out.
  public let mean: Float
  /// Their standard deviation, √(Σ (x − mean)² / n); 1 where all are equal.
  public let deviation: Float
  /// Whether the feature is standardised.
  public let isStandardized: Bool
  /// Whether there is a second feature; it is there where a training row lacked the number.
  public let hasMissingIndicator: Bool

  /// An encoding that has been fitted, as a model holds it.
  public init(mean: Float, deviation: Float, isStandardized: Bool, hasMissingIndicator: Bool) {
    self.mean = mean
    self.deviation = deviation
    self.isStandardized = isStandardized
    self.hasMissingIndicator = hasMissingIndicator
  }

  /// The encoding of the training rows' numbers; nil where all are missing.
  init?(fitting numbers: [Float], standardizes: Bool) {
    var fitting = NumberFitting()
    repeat { fitting.add(numbers) } while fitting.endPass()
    guard let fitted = fitting.encoding(standardizes: standardizes) else { return nil }
    self = fitted
  }

  /// The first feature of a number, NaN for one that is missing.
  public func feature(of number: Float) -> Float {
    let known = number.isNaN ? mean : number
    return isStandardized ? (known - mean) / deviation : known
  }
}
