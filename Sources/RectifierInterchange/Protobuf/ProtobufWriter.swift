// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Writes a protobuf message field by field, in the order in which they are given.
///
/// A field that is written is there, also where its value is the one that readers would assume.
struct ProtobufWriter {
  /// The message so far.
  private(set) var bytes: [UInt8] = []

  /// A whole number.
  mutating func write(_ number: Int, _ value: Int64) {
    key(number, type: 0)
    varint(UInt64(bitPattern: value))
  }

  /// A number of 64 bits.
  mutating func write(_ number: Int, _ value: Double) {
    key(number, type: 1)
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 }
  }

  /// A number of 32 bits.
  mutating func write(_ number: Int, _ value: Float) {
    key(number, type: 5)
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 }
  }

  /// Text, as UTF-8.
  mutating func write(_ number: Int, _ text: String) {
    write(number, Array(text.utf8))
  }

  /// Bytes of any meaning.
  mutating func write(_ number: Int, _ content: [UInt8]) {
    content.withUnsafeBytes { write(number, content: $0) }
  }

  /// Bytes of any meaning, wherever they lie.
  mutating func write(_ number: Int, content: UnsafeRawBufferPointer) {
    key(number, type: 2)
    varint(UInt64(content.count))
    bytes += content
  }

  /// A message inside of this one.
  mutating func write(_ number: Int, _ body: (inout ProtobufWriter) -> Void) {
    var inner = ProtobufWriter()
    body(&inner)
    write(number, inner.bytes)
  }

  private mutating func key(_ number: Int, type: UInt64) {
    varint(UInt64(number) << 3 | type)
  }

  private mutating func varint(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
