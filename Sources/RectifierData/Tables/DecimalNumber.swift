// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A decimal number as text: ± digits, a point among them, and an exponent.
///
///     value = ±mantissa · 10^exponent
struct DecimalNumber {
  private var mantissa: UInt64 = 0
  private var exponent = 0
  private var isNegative = false
  /// Whether digits other than zero came after the nineteenth that counts.
  private var isTruncated = false

  /// The number that the bytes spell, to the nearest `Float`, of two that are equally near to the one
  /// whose last bit is zero.
  ///
  /// - Returns: Nil where the bytes are anything else than such a number, "inf" and "nan" included; an
  ///   infinity where the number lies beyond `Float`.
  static func float(_ bytes: UnsafeBufferPointer<UInt8>) -> Float? {
    guard let number = DecimalNumber(bytes) else { return nil }
    return number.fast ?? Float(String(decoding: bytes, as: UTF8.self))
  }

  private init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard var next = bytes.baseAddress, !bytes.isEmpty else { return nil }
    let end = next + bytes.count
    if next.pointee == UInt8(ascii: "-") || next.pointee == UInt8(ascii: "+") {
      isNegative = next.pointee == UInt8(ascii: "-")
      next += 1
    }
    let integer = next
    while next < end, next.pointee &- 0x30 < 10 {
      if !add(next.pointee &- 0x30) { exponent += 1 }
      next += 1
    }
    var digitCount = next - integer
    if next < end, next.pointee == UInt8(ascii: ".") {
      next += 1
      let fraction = next
      while next < end, next.pointee &- 0x30 < 10 {
        if add(next.pointee &- 0x30) { exponent -= 1 }
        next += 1
      }
      digitCount += next - fraction
    }
    if digitCount == 0 { return nil }
    if next < end {
      guard next.pointee | 0x20 == UInt8(ascii: "e"), addExponent(next + 1, end) else { return nil }
    }
  }

  /// Whether there is room for another digit; 10¹⁹ − 1 is the greatest mantissa.
  @inline(__always)
  private mutating func add(_ digit: UInt8) -> Bool {
    if mantissa >= 1_000_000_000_000_000_000 {
      if digit != 0 { isTruncated = true }
      return false
    }
    mantissa = mantissa * 10 + UInt64(digit)
    return true
  }

  private mutating func addExponent(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> Bool {
    var next = start
    var isDown = false
    if next < end, next.pointee == UInt8(ascii: "-") || next.pointee == UInt8(ascii: "+") {
      isDown = next.pointee == UInt8(ascii: "-")
      next += 1
    }
    if next == end { return false }
    var power = 0
    while next < end, next.pointee &- 0x30 < 10 {
      // Beyond a million nothing changes any more, and nothing overflows.
      power = min(power * 10 + Int(next.pointee &- 0x30), 1_000_000)
      next += 1
    }
    exponent += isDown ? -power : power
    return next == end
  }

  /// The nearest `Float` where a product or quotient in `Double` tells which one it is.
  ///
  /// The conversion of the mantissa, the digits left out and up to four multiplications are each wrong
  /// by at most 2⁻⁵³ of the value, together by less than 8 units in the last place of the `Double`;
  /// unless it lies that close to the middle between two neighbours, rounding it again is right.
  private var fast: Float? {
    if mantissa == 0 { return isNegative ? -0.0 : 0 }
    guard exponent >= -66, exponent <= 66 else { return nil }
    var value = Double(mantissa)
    var power = exponent
    while power < -22 {
      value /= Self.powers[22]
      power += 22
    }
    while power > 22 {
      value *= Self.powers[22]
      power -= 22
    }
    if power < 0 { value /= Self.powers[-power] } else { value *= Self.powers[power] }
    let beyondMiddle = Int(value.bitPattern & 0x1FFF_FFFF) - 0x1000_0000
    guard beyondMiddle.magnitude > 8, value >= Double(Float.leastNormalMagnitude),
      value <= Double(Float.greatestFiniteMagnitude)
    else { return nil }
    return Float(isNegative ? -value : value)
  }

  /// 10⁰ … 10²²: the powers that `Double` holds exactly.
  private static let powers: [Double] = (0..<22).reduce(into: [1]) { powers, _ in
    powers.append(powers[powers.count - 1] * 10)
  }
}
