// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Reads numbers from text with blanks and comments between them.
struct PNMText {
  private let bytes: UnsafeRawBufferPointer
  private let path: String
  /// What is read next.
  private(set) var offset: Int

  init(_ bytes: UnsafeRawBufferPointer, path: String, offset: Int) {
    self.bytes = bytes
    self.path = path
    self.offset = offset
  }

  /// Whether a byte is one of the six blanks of C.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Steps over blanks, and over comments from `#` to the end of the line.
  mutating func skipSpace() {
    var isComment = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if isComment {
        isComment = byte != 0x0A && byte != 0x0D
      } else if byte == UInt8(ascii: "#") {
        isComment = true
      } else if !Self.isSpace(byte) {
        return
      }
      offset += 1
    }
  }

  /// The next number and where it stands.
  ///
  /// - Parameter expected: What messages call the number.
  mutating func number(_ expected: String) throws(PictureError) -> (value: Int, offset: Int) {
    let begin = offset
    skipSpace()
    let start = offset
    if start == bytes.count {
      throw .truncated(path: path, offset: start, part: "its text, before \(expected)")
    }
    guard start > begin, (0x30...0x39).contains(bytes[start]) else {
      throw .malformed(
        path: path, offset: start, expected: "\(expected)", found: "byte \(bytes[start])")
    }
    var value = 0
    while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) {
      // Far beyond all that is accepted, and far from what an `Int` holds.
      value = min(value * 10 + Int(bytes[offset] - 0x30), 1 << 40)
      offset += 1
    }
    return (value, start)
  }
}
