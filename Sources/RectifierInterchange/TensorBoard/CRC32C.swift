// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The checksum of TensorBoard's records: CRC-32 with Castagnoli's polynomial, reflected.
///
/// Source: RFC 3720, section 12.1 and appendix B.4; of "123456789" it is 0xE3069283.
enum CRC32C {
  private static let polynomial: UInt32 = 0x82F6_3B78

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ polynomial : sum >> 1 }
  }

  /// The checksum of bytes.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }

  /// The checksum as records hold it, turned by 15 bits and moved, so that checksums of checksums do not
  /// come out alike.
  static func masked(_ bytes: [UInt8]) -> UInt32 {
    let sum = checksum(bytes)
    return (sum >> 15 | sum << 17) &+ 0xA282_EAD8
  }
}
