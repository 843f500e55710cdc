// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation

/// Numbers as people read them on a terminal.
package enum NumberText {
  /// A fraction 0…1 in percent with two decimals: `1.62 %`.
  package static func percent(_ fraction: Double, decimals: Int = 2) -> String {
    "\(fixed(fraction * 100, decimals: decimals)) %"
  }

  /// A range of fractions 0…1 in percent: `33.0 … 35.4 %`.
  package static func percentRange(_ range: ClosedRange<Double>, decimals: Int = 1) -> String {
    "\(fixed(range.lowerBound * 100, decimals: decimals)) … "
      + percent(range.upperBound, decimals: decimals)
  }

  /// A range of percentages: `80 … 85 %`.
  package static func percentRange(_ range: Range<Int>) -> String {
    "\(range.lowerBound) … \(range.upperBound) %"
  }

  /// A number with its sign: `+0.02`, `−0.10`; 0 has none.
  package static func signed(_ value: Double, decimals: Int) -> String {
    let digits = fixed(abs(value), decimals: decimals)
    guard digits.contains(where: { "123456789".contains($0) }) else { return digits }
    return (value < 0 ? "−" : "+") + digits
  }

  /// A range of numbers with their signs: `−0.02 … +0.06`.
  package static func signedRange(_ range: ClosedRange<Double>, decimals: Int) -> String {
    "\(signed(range.lowerBound, decimals: decimals)) … \(signed(range.upperBound, decimals: decimals))"
  }

  /// Fractions 0…1 with two decimals: `0.95 0.90 0.86`.
  package static func fractions(_ values: [Double]) -> String {
    values.map { fixed($0, decimals: 2) }.joined(separator: " ")
  }

  /// The fewest digits that read back to the same number: `0.1`, `255`.
  package static func shortest(_ value: Float) -> String {
    Int(exactly: value).map(String.init) ?? value.description
  }

  /// Two digits: `2.3e-05`, `0`.
  package static func rounded(_ value: Float) -> String { String(format: "%.2g", value) }

  /// So many digits, whatever the size: `0.0123`, `1.23e-07`, `123`.
  package static func significant(_ value: Double, digits: Int = 3) -> String {
    String(format: "%.\(digits)g", value)
  }

  package static func fixed(_ value: Double, decimals: Int) -> String {
    String(format: "%.\(decimals)f", value)
  }

  /// A whole number in groups of three digits: `2 797 010`.
  package static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(" ") }
      text.append(digit)
    }
    return text
  }

  /// `4.2 s` below a minute, then `1:05`, then `2:00:09`.
  package static func duration(seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0 else { return "?" }
    if seconds < 59.95 { return fixed(seconds, decimals: 1) + " s" }
    let total = Int(seconds.rounded())
    let (hours, minutes, rest) = (total / 3600, total / 60 % 60, total % 60)
    return hours > 0
      ? String(format: "%d:%02d:%02d", hours, minutes, rest)
      : String(format: "%d:%02d", minutes, rest)
  }
}
