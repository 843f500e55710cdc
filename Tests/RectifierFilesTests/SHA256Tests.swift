// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import Testing

@Suite struct SHA256Tests {
  /// The examples of FIPS 180-4, and a million times "a", as the standard's authors give them.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func knownAnswers(text: String, digits: String) {
    #expect(SHA256.digits(of: Array(text.utf8)) == digits)
  }

  /// hashlib.sha256(bytes(range(n))) of Python 3.11, around the ends of blocks and of padding.
  @Test(arguments: [
    (1, "6e340b9cffb37a98"),
    (54, "675f28acc0b90a72"),
    (55, "463eb28e72f82e0a"),
    (56, "da2ae4d6b36748f2"),
    (57, "2fe741af801cc238"),
    (63, "29af2686fd53374a"),
    (64, "fdeab9acf3710362"),
    (65, "4bfd2c8b6f1eec7a"),
    (119, "da18797ed7c3a777"),
    (120, "f52b23db1fbb6ded"),
    (128, "471fb943aa23c511"),
    (200, "1901da1c9f699b48"),
  ])
  func lengthsAroundABlock(count: Int, digits: String) {
    #expect(SHA256.digits(of: (0..<count).map { UInt8($0) }).hasPrefix(digits))
  }

  @Test(arguments: [1, 3, 63, 64, 65, 128])
  func piecesChangeNothing(pieceCount: Int) {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var checksum = SHA256()
    for start in stride(from: 0, to: bytes.count, by: pieceCount) {
      checksum.update(Array(bytes[start..<min(start + pieceCount, bytes.count)]))
    }
    #expect(checksum.digits() == SHA256.digits(of: bytes))
  }
}
