// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// One field of a protobuf message: a number, and a value of which the message's own definition says
/// what it means.
struct ProtobufField {
  /// How a value lies in the bytes.
  enum Value: Equatable {
    case varint(UInt64)
    case fixed64(UInt64)
    case fixed32(UInt32)
    /// Text, bytes, a message, or packed numbers.
    case bytes(Range<Int>)
  }

  /// The number that the definition gives the field.
  let number: Int
  /// Where the field begins.
  let offset: Int
  let value: Value
  /// All that is read, of which `value` may name a range.
  let source: UnsafeRawBufferPointer
  /// How many messages may lie inside of one another in this field.
  let depth: Int

  /// The value as a whole number, in two's complement.
  func integer() throws(ProtobufError) -> Int64 {
    guard case .varint(let bits) = value else { throw unexpected("a whole number") }
    return Int64(bitPattern: bits)
  }

  /// The value as a number of 32 bits.
  func float() throws(ProtobufError) -> Float {
    guard case .fixed32(let bits) = value else { throw unexpected("a number of 32 bits") }
    return Float(bitPattern: bits)
  }

  /// The value's bytes, which stay where they are.
  func content() throws(ProtobufError) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: source[try range()])
  }

  /// The value as text, which has to be UTF-8.
  func text() throws(ProtobufError) -> String {
    guard let text = String(validating: try content(), as: UTF8.self) else {
      throw unexpected("text in UTF-8")
    }
    return text
  }

  /// The value as a message, to be read field by field.
  func message() throws(ProtobufError) -> ProtobufReader {
    guard depth > 0 else { throw unexpected("fewer messages inside of one another") }
    return ProtobufReader(source, range: try range(), depth: depth - 1)
  }

  /// The value as whole numbers: one of them, or many in one piece.
  func integers() throws(ProtobufError) -> [Int64] {
    if case .varint(let bits) = value { return [Int64(bitPattern: bits)] }
    var reader = ProtobufReader(source, range: try range(), depth: 0)
    var integers: [Int64] = []
    while !reader.isAtEnd { integers.append(Int64(bitPattern: try reader.varint())) }
    return integers
  }

  /// The value as numbers of 32 bits: one of them, or many in one piece.
  func floats() throws(ProtobufError) -> [Float] {
    if case .fixed32(let bits) = value { return [Float(bitPattern: bits)] }
    guard let floats = [Float](littleEndian: try content()) else {
      throw unexpected("numbers of 4 bytes each")
    }
    return floats
  }

  /// The error for a value that is not what its reader expects.
  func unexpected(_ expected: String) -> ProtobufError {
    ProtobufError(offset: offset, expected: expected, found: "field \(number) with \(kind)")
  }

  private var kind: String {
    switch value {
    case .varint(let bits): "the whole number \(bits)"
    case .fixed64: "8 bytes"
    case .fixed32: "4 bytes"
    case .bytes(let range): "\(range.count) bytes of content"
    }
  }

  private func range() throws(ProtobufError) -> Range<Int> {
    guard case .bytes(let range) = value else { throw unexpected("content of any length") }
    return range
  }
}

extension [Float] {
  /// The numbers whose bytes lie one after another; nil where a part of one is left over.
  init?(littleEndian bytes: UnsafeRawBufferPointer) {
    let size = MemoryLayout<Float>.size
    guard bytes.count % size == 0 else { return nil }
    self = (0..<bytes.count / size).map {
      Float(
        bitPattern: UInt32(
          littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * size, as: UInt32.self)))
    }
  }
}
