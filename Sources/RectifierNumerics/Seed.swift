// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The one number from which every random choice of a run follows.
///
/// Each purpose draws from a stream of its own, named by a word and, where it repeats, an epoch, so
/// that no choice shifts another and every one can be drawn again without a stored state.
public struct Seed: Hashable, Sendable {
  /// The key of all its streams.
  public let value: UInt64

  /// The seed of a number.
  public init(_ value: UInt64) { self.value = value }

  /// The stream with a name, from its beginning.
  ///
  /// The name is hashed by FNV-1a 64, followed by the eight little-endian bytes of the epoch.
  public func stream(_ name: String, epoch: Int? = nil) -> RandomStream {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    for byte in name.utf8 { mix(byte) }
    if let epoch {
      let bits = UInt64(bitPattern: Int64(epoch))
      for shift in stride(from: 0, to: 64, by: 8) { mix(UInt8(truncatingIfNeeded: bits >> shift)) }
    }
    return RandomStream(key: value, stream: hash)
  }

  /// A seed of its own for one of several runs that follow from this one: the first 64 bits of the
  /// stream with that name and number.
  public func derived(_ name: String, number: Int) -> Seed {
    var stream = stream(name, epoch: number)
    return Seed(stream.next())
  }
}

extension Seed: Codable {
  /// Decodes the number alone.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(UInt64.self))
  }

  /// Encodes the number alone.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}
