// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

/// The oracle is `Float(_: String)`, which is correctly rounded.
@Suite struct DecimalNumberTests {
  private func float(_ text: String) -> Float? {
    Array(text.utf8).withUnsafeBufferPointer { DecimalNumber.float($0) }
  }

  private func expectSame(_ text: String) {
    let (found, expected) = (float(text)?.bitPattern, Float(text)?.bitPattern)
    if found != expected { #expect(found == expected, "\(text)") }
  }

  @Test(arguments: [
    ("0", 0), ("-0", -0.0), ("+7", 7), ("1.", 1), (".5", 0.5), ("-12.25", -12.25), ("1e3", 1000),
    ("1E-2", 0.01), ("2.5e+1", 25), ("007", 7), ("0e999", 0), ("1e-999", 0),
    ("16777217", 16_777_216), ("16777219", 16_777_220), ("3.4028235e38", 3.4028235e38),
    ("1e-45", 1e-45), ("0.1000000000000000055511151231257827021181583404541015625", 0.1),
  ])
  func numbersAreRead(text: String, expected: Float) {
    #expect(float(text)?.bitPattern == expected.bitPattern)
  }

  @Test(arguments: [
    "", "-", "+", ".", "e5", "1e", "1e+", "1 ", " 1", "1,5", "1_000", "0x10", "inf", "nan", "1.2.3",
    "1e5.5", "--1", "½", "١",
  ])
  func otherTextsAreNone(text: String) {
    #expect(float(text) == nil)
  }

  @Test(arguments: ["1e39", "-1e39", "3.4028236e38", "1e999999999999999999999"])
  func whatIsBeyondFloatIsInfinite(text: String) {
    #expect(float(text)?.magnitude == .infinity)
  }

  @Test func shortestDecimalsReadBack() {
    var random = Seed(1).stream("shortest")
    for _ in 0..<200_000 {
      let number = Float(bitPattern: random.nextWord())
      if !number.isFinite { continue }
      expectSame(number.description)
      // 17 digits, more than `Double` can hold as one whole number.
      expectSame((Double(number) * 1.000000000123).description)
    }
  }

  @Test func drawnDigitsAreRoundedCorrectly() {
    var random = Seed(1).stream("digits")
    for _ in 0..<200_000 {
      var text = (0...random.integer(below: 24)).map { _ in "\(random.integer(below: 10))" }
        .joined()
      let point = random.integer(below: text.utf8.count + 1)
      text.insert(".", at: text.utf8.index(text.startIndex, offsetBy: point))
      if random.integer(below: 2) == 0 { text += "e\(random.integer(below: 100) - 60)" }
      expectSame((random.integer(below: 2) == 0 ? "-" : "") + text)
    }
  }

  /// Halfway between two neighbours, and a little beside it.
  @Test func middlesAreRoundedToEven() {
    var random = Seed(1).stream("middles")
    for _ in 0..<50_000 {
      let mantissa = UInt64(1 << 24 | random.integer(below: 1 << 23) << 1 | 1)
      let shift = random.integer(below: 30)
      let middle = mantissa << UInt64(shift)
      for number in [middle, middle - 1, middle + 1] { expectSame("\(number)") }
      expectSame("\(middle).000000000000000000000000001")
      // An odd number of sixty-fourths has six decimals that are exact.
      expectSame((Double(mantissa) / 64).description)
      expectSame((Double(mantissa) / 64).description + "000000000000000001")
    }
  }
}
