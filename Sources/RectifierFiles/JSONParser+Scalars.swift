// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension JSONParser {
  /// Reads a number: `-`, digits without a leading zero, then a fraction and an exponent.
  mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    _ = take("-")
    if !take("0") { try digits() }
    var isWhole = true
    if take(".") {
      isWhole = false
      try digits()
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole && text != "-0" {
      guard let value = Int64(text) else {
        throw damaged(
          at: start, expected: "a whole number of at most 63 bits",
          found: "one of \(text.utf8.count) characters")
      }
      return .integer(value)
    }
    guard let value = Double(text), value.isFinite else {
      throw damaged(at: start, expected: "a number in the range of Double", found: "a larger one")
    }
    return .number(value)
  }

  private mutating func digits() throws(JSONError) {
    let start = position
    while let byte = peek(), (0x30...0x39).contains(byte) { position += 1 }
    guard position > start else { throw unexpected("a digit") }
  }

  /// Reads a string, from its opening quote to its closing one.
  mutating func string() throws(JSONError) -> String {
    position += 1
    var text = ""
    while true {
      let start = position
      while let byte = peek(), byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\")
      {
        position += 1
      }
      text += try validated(start..<position)
      if take("\"") { return text }
      guard take("\\") else { throw unexpected("'\"' or a character above U+001F") }
      text.unicodeScalars.append(try escaped())
    }
  }

  private func validated(_ range: Range<Int>) throws(JSONError) -> String {
    if let text = String(validating: bytes[range], as: UTF8.self) { return text }
    var parser = UTF8.ForwardParser()
    var iterator = bytes[range].makeIterator()
    var offset = range.lowerBound
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { offset += scalar.count }
    throw damaged(at: offset, expected: "UTF-8", found: "bytes that are not")
  }

  /// Reads what follows a backslash.
  private mutating func escaped() throws(JSONError) -> Unicode.Scalar {
    let letter = peek()
    switch letter {
    case UInt8(ascii: "\""): position += 1; return "\""
    case UInt8(ascii: "\\"): position += 1; return "\\"
    case UInt8(ascii: "/"): position += 1; return "/"
    case UInt8(ascii: "b"): position += 1; return "\u{8}"
    case UInt8(ascii: "f"): position += 1; return "\u{C}"
    case UInt8(ascii: "n"): position += 1; return "\n"
    case UInt8(ascii: "r"): position += 1; return "\r"
    case UInt8(ascii: "t"): position += 1; return "\t"
    case UInt8(ascii: "u"): return try escapedScalar()
    default: throw unexpected("one of \"\\/bfnrtu after a backslash")
    }
  }

  /// Reads `uXXXX`, and the second half where that is the first half of a surrogate pair.
  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
    let start = position - 1
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    if UTF16.isLeadSurrogate(first), take("\\"), peek() == UInt8(ascii: "u") {
      let second = try codeUnit()
      let offset = UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF)
      if UTF16.isTrailSurrogate(second), let scalar = Unicode.Scalar(0x10000 + offset) {
        return scalar
      }
    }
    throw damaged(at: start, expected: "a surrogate pair", found: "a lone surrogate")
  }

  private mutating func codeUnit() throws(JSONError) -> UInt16 {
    position += 1
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw unexpected("a hexadecimal digit")
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }
}
