// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Mean and deviation of numbers that come some at a time, twice and in the same order.
struct NumberFitting {
  private var presentCount = 0
  private var missingCount = 0
  private var sum = 0.0
  private var squares = 0.0
  private var hasMean = false

  /// Adds numbers to those of the pass, NaN for one that is missing.
  mutating func add(_ numbers: [Float]) {
    let mean = self.mean
    for number in numbers {
      switch (number.isNaN, hasMean) {
      case (true, false): missingCount += 1
      case (true, true): break
      case (false, false):
        presentCount += 1
        sum += Double(number)
      case (false, true): squares += (Double(number) - mean) * (Double(number) - mean)
      }
    }
  }

  /// Ends a pass over all numbers.
  ///
  /// - Returns: Whether they are needed once more.
  mutating func endPass() -> Bool {
    defer { hasMean = true }
    return !hasMean
  }

  private var mean: Double { sum / Double(presentCount) }

  /// The encoding of the numbers; nil where all are missing.
  func encoding(standardizes: Bool) -> NumberEncoding? {
    if presentCount == 0 { return nil }
    let deviation = Float((squares / Double(presentCount)).squareRoot())
    return NumberEncoding(
      mean: Float(mean), deviation: deviation.isNormal ? deviation : 1,
      isStandardized: standardizes, hasMissingIndicator: missingCount > 0)
  }
}
