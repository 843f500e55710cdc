// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Reads a protobuf message field by field, never past its end; what a field's number means is its
/// caller's business.
///
///     message = {key value}      key = varint of number · 8 + type
///     type    = 0 varint | 1 eight bytes | 2 varint of a length, then so many bytes | 5 four bytes
///
/// Groups, types 3 and 4, are refused. Nothing is allocated, whatever a length says.
///
/// Source: protobuf.dev, "Encoding".
struct ProtobufReader {
  /// How many messages may lie inside of one another.
  static let depthLimit = 16

  private static let largestNumber: UInt64 = 1 << 29 - 1

  private let source: UnsafeRawBufferPointer
  private let end: Int
  private let depth: Int
  private var position: Int

  /// A reader of a message that all bytes are.
  init(_ source: UnsafeRawBufferPointer) {
    self.init(source, range: 0..<source.count, depth: Self.depthLimit)
  }

  init(_ source: UnsafeRawBufferPointer, range: Range<Int>, depth: Int) {
    self.source = source
    self.depth = depth
    position = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { position == end }

  /// Calls `body` with each field that is left, in order.
  mutating func forEach(_ body: (ProtobufField) throws -> Void) throws {
    while let field = try next() { try body(field) }
  }

  /// The next field; nil at the message's end.
  mutating func next() throws(ProtobufError) -> ProtobufField? {
    if isAtEnd { return nil }
    let start = position
    let key = try varint()
    guard 1...Self.largestNumber ~= key >> 3 else {
      throw ProtobufError(
        offset: start, expected: "a field's number from 1 to \(Self.largestNumber)",
        found: "\(key >> 3)")
    }
    let value = try value(type: UInt8(key & 7), start: start)
    return ProtobufField(
      number: Int(key >> 3), offset: start, value: value, source: source, depth: depth)
  }

  private mutating func value(
    type: UInt8, start: Int
  ) throws(ProtobufError) -> ProtobufField.Value {
    switch type {
    case 0: return .varint(try varint())
    case 1: return .fixed64(UInt64(littleEndian: try load(UInt64.self)))
    case 2:
      let (lengthOffset, length) = (position, try varint())
      guard length <= UInt64(end - position) else {
        throw ProtobufError(
          offset: lengthOffset, expected: "a length of at most \(end - position)",
          found: "\(length)")
      }
      defer { position += Int(length) }
      return .bytes(position..<position + Int(length))
    case 5: return .fixed32(UInt32(littleEndian: try load(UInt32.self)))
    default:
      throw ProtobufError(
        offset: start, expected: "a field of type 0, 1, 2 or 5", found: "type \(type)")
    }
  }

  /// A number in groups of seven bits, the lowest first; all but the last have bit 7 set.
  mutating func varint() throws(ProtobufError) -> UInt64 {
    let start = position
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let byte = try load(UInt8.self)
      // The tenth byte has room for one more bit.
      guard shift < 63 || byte <= 1 else { break }
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
    }
    throw ProtobufError(
      offset: start, expected: "a whole number of at most 64 bits", found: "a longer one")
  }

  private mutating func load<Number: BitwiseCopyable>(
    _ type: Number.Type
  ) throws(ProtobufError) -> Number {
    let size = MemoryLayout<Number>.size
    guard end - position >= size else {
      throw ProtobufError(
        offset: position, expected: "\(size) more byte\(size == 1 ? "" : "s")",
        found: "the end of \(depth == Self.depthLimit ? "the file" : "a message")")
    }
    defer { position += size }
    return source.loadUnaligned(fromByteOffset: position, as: type)
  }
}
