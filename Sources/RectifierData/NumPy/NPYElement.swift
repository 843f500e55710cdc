// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The number type of an array, as NumPy's header spells it: `<f4`, `|u1`, `>i8`.
public struct NPYElement: Equatable, Sendable {
  /// What the bytes of a number mean.
  public enum Kind: Character, Sendable {
    /// A byte that is 0 or 1.
    case bool = "b"
    /// A whole number, in two's complement.
    case signed = "i"
    /// A whole number from 0 on.
    case unsigned = "u"
    /// A floating-point number of 32 or 64 bits.
    case real = "f"
  }

  /// What the bytes mean.
  public let kind: Kind
  /// Bytes a number: 1, 2, 4 or 8.
  public let byteCount: Int
  /// Whether the most significant byte comes first.
  public let isBigEndian: Bool

  /// The type that goes by a name; nil for those that are not read here.
  init?(named name: String) {
    let characters = Array(name)
    guard characters.count == 3, let kind = Kind(rawValue: characters[1]),
      let byteCount = characters[2].wholeNumberValue, "<>|".contains(characters[0])
    else { return nil }
    let counts =
      switch kind {
      case .bool: [1]
      case .signed, .unsigned: [1, 2, 4, 8]
      case .real: [4, 8]
      }
    guard counts.contains(byteCount), characters[0] != "|" || byteCount == 1 else { return nil }
    self.kind = kind
    self.byteCount = byteCount
    isBigEndian = characters[0] == ">" && byteCount > 1
  }

  /// Whether every value is a whole number.
  var isWhole: Bool { kind != .real }

  /// Whether the numbers are bytes from 0 to 255.
  var isByte: Bool { kind == .unsigned && byteCount == 1 }

  /// The number at a place, rounded once to the nearest `Float`.
  func float(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Float {
    switch (kind, byteCount) {
    case (.real, 4): Float(bitPattern: load(bytes, offset, UInt32.self))
    case (.real, _): Float(Double(bitPattern: load(bytes, offset, UInt64.self)))
    case (.unsigned, 8): Float(load(bytes, offset, UInt64.self))
    default: Float(whole(bytes, at: offset) ?? 0)
    }
  }

  /// The whole number at a place; nil beyond 64 bits with a sign.
  ///
  /// - Precondition: ``isWhole``.
  func whole(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int64? {
    switch (kind, byteCount) {
    case (.bool, _): bytes[offset] == 0 ? 0 : 1
    case (.signed, 1): Int64(load(bytes, offset, Int8.self))
    case (.signed, 2): Int64(load(bytes, offset, Int16.self))
    case (.signed, 4): Int64(load(bytes, offset, Int32.self))
    case (.signed, _): load(bytes, offset, Int64.self)
    case (.unsigned, 1): Int64(bytes[offset])
    case (.unsigned, 2): Int64(load(bytes, offset, UInt16.self))
    case (.unsigned, 4): Int64(load(bytes, offset, UInt32.self))
    case (.unsigned, _): Int64(exactly: load(bytes, offset, UInt64.self))
    case (.real, _): fatalError("NumPy element: a whole number of \(self)")
    }
  }

  private func load<Number: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ type: Number.Type
  ) -> Number {
    let stored = bytes.loadUnaligned(fromByteOffset: offset, as: type)
    return isBigEndian ? Number(bigEndian: stored) : Number(littleEndian: stored)
  }
}
