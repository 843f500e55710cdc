// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension JSONValue {
  /// Reads one JSON document (RFC 8259), strictly, from bytes that nobody has vouched for.
  ///
  /// Refused beyond the grammar: a key that stands twice in an object, invalid UTF-8, a lone
  /// surrogate, more than 64 levels, a number that overflows `Double`, a whole number that
  /// overflows `Int64`, a byte order mark.
  ///
  /// - Parameters:
  ///   - bytes: The text, in UTF-8.
  ///   - path: The file that errors name.
  ///   - baseOffset: Where in that file the text starts; added to the offsets in errors.
  /// - Complexity: O(bytes).
  package static func parse(
    _ bytes: UnsafeRawBufferPointer, path: String, baseOffset: Int = 0
  ) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes: bytes, path: path, baseOffset: baseOffset)
    return try parser.document()
  }

  /// Reads one JSON document from bytes in an array.
  package static func parse(
    _ bytes: [UInt8], path: String, baseOffset: Int = 0
  ) throws(JSONError) -> JSONValue {
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(JSONError) in
        try parse(buffer, path: path, baseOffset: baseOffset)
      }
    }
    return try result.get()
  }
}

/// A recursive descent over bytes. Every access to them is through `peek` or a checked range.
struct JSONParser {
  let bytes: UnsafeRawBufferPointer
  let path: String
  let baseOffset: Int
  var position = 0
  private var depth = 0

  init(bytes: UnsafeRawBufferPointer, path: String, baseOffset: Int) {
    self.bytes = bytes
    self.path = path
    self.baseOffset = baseOffset
  }

  mutating func document() throws(JSONError) -> JSONValue {
    let value = try value()
    skipSpace()
    guard position == bytes.count else { throw unexpected("the end of the text") }
    return value
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    switch peek() {
    case UInt8(ascii: "{"): return try nested { parser throws(JSONError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(JSONError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case .some(0x30...0x39), UInt8(ascii: "-"): return try number()
    default: throw unexpected("a value")
    }
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(JSONError) -> JSONValue
  ) throws(JSONError) -> JSONValue {
    guard depth < JSONValue.depthLimit else {
      throw damaged(
        at: position, expected: "at most \(JSONValue.depthLimit) levels", found: "one more")
    }
    depth += 1
    position += 1
    skipSpace()
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    var values: [JSONValue] = []
    if take("]") { return .array(values) }
    while true {
      values.append(try value())
      skipSpace()
      if take("]") { return .array(values) }
      guard take(",") else { throw unexpected("',' or ']'") }
    }
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    var object = JSONObject()
    if take("}") { return .object(object) }
    while true {
      skipSpace()
      let start = position
      guard peek() == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
      let key = try string()
      guard object[key] == nil else {
        throw damaged(
          at: start, expected: "each key once", found: "\(JSONValue.quoted(key)) again")
      }
      skipSpace()
      guard take(":") else { throw unexpected("':'") }
      object[key] = try value()
      skipSpace()
      if take("}") { return .object(object) }
      guard take(",") else { throw unexpected("',' or '}'") }
    }
  }

  private mutating func literal(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    let start = position
    for index in 0..<word.utf8CodeUnitCount {
      guard peek() == word.utf8Start[index] else {
        throw damaged(at: start, expected: "\(word)", found: "another word")
      }
      position += 1
    }
    return value
  }
}

extension JSONParser {
  func peek() -> UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  func damaged(at position: Int, expected: String, found: String) -> JSONError {
    .damaged(path: path, offset: baseOffset + position, expected: expected, found: found)
  }

  /// The error for the byte at `position`.
  func unexpected(_ expected: String) -> JSONError {
    damaged(at: position, expected: expected, found: foundHere)
  }

  private var foundHere: String {
    guard let byte = peek() else { return "the end of the text" }
    let digits = String(byte, radix: 16)
    let isPrintable = (0x20...0x7E).contains(byte)
    return isPrintable
      ? "'\(Unicode.Scalar(byte))'" : "byte 0x" + (byte < 16 ? "0" : "") + digits
  }
}
