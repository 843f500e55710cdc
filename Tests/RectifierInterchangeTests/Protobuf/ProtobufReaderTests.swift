// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierInterchange

@Suite struct ProtobufReaderTests {
  private func fields(_ bytes: [UInt8]) throws -> [(number: Int, value: ProtobufField.Value)] {
    try bytes.withUnsafeBytes { bytes in
      var reader = ProtobufReader(bytes)
      var fields: [(number: Int, value: ProtobufField.Value)] = []
      try reader.forEach { fields.append(($0.number, $0.value)) }
      return fields
    }
  }

  private func refusal(_ bytes: [UInt8]) -> ProtobufError? {
    #expect(throws: ProtobufError.self) { try fields(bytes) }
  }

  /// The examples of protobuf.dev, "Encoding".
  @Test func theExamplesOfTheFormat() throws {
    let number = try fields([0x08, 0x96, 0x01])
    #expect(number.count == 1 && number[0].number == 1 && number[0].value == .varint(150))
    let text = try fields([0x12, 0x07] + Array("testing".utf8))
    #expect(text.count == 1 && text[0].number == 2 && text[0].value == .bytes(2..<9))
    try ([0x1A, 0x03, 0x08, 0x96, 0x01] as [UInt8]).withUnsafeBytes { bytes in
      var reader = ProtobufReader(bytes)
      var inner = try #require(try reader.next()).message()
      #expect(try #require(try inner.next()).integer() == 150)
      #expect(try inner.next() == nil && reader.next() == nil)
    }
    try ([0x32, 0x06, 0x03, 0x8E, 0x02, 0x9E, 0xA7, 0x05] as [UInt8]).withUnsafeBytes { bytes in
      var reader = ProtobufReader(bytes)
      #expect(try #require(try reader.next()).integers() == [3, 270, 86942])
    }
  }

  @Test func whatIsWrittenIsRead() throws {
    var writer = ProtobufWriter()
    writer.write(1, Int64(-1))
    writer.write(2, Float(-0.0))
    writer.write(3, 0.1)
    writer.write(536_870_911, "é")
    writer.write(5) { $0.write(1, Int64.max) }
    try writer.bytes.withUnsafeBytes { bytes in
      var reader = ProtobufReader(bytes)
      #expect(try #require(try reader.next()).integer() == -1)
      #expect(try #require(try reader.next()).float().bitPattern == Float(-0.0).bitPattern)
      #expect(try #require(try reader.next()).value == .fixed64(0.1.bitPattern))
      let text = try #require(try reader.next())
      #expect(try text.number == 536_870_911 && text.text() == "é")
      var inner = try #require(try reader.next()).message()
      #expect(try #require(try inner.next()).integer() == .max)
      #expect(try reader.next() == nil)
    }
  }

  private static let damage: [(bytes: [UInt8], offset: Int, expected: String)] = [
    ([0x08], 1, "1 more byte"), ([0x08, 0x80], 2, "1 more byte"),
    (
      [0x08, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02], 1,
      "a whole number of at most 64 bits"
    ),
    (
      [0x08, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00], 1,
      "a whole number of at most 64 bits"
    ),
    ([0x00, 0x00], 0, "a field's number from 1 to 536870911"),
    ([0x80, 0x80, 0x80, 0x80, 0x10, 0x00], 0, "a field's number from 1 to 536870911"),
    ([0x0B], 0, "a field of type 0, 1, 2 or 5"), ([0x0C], 0, "a field of type 0, 1, 2 or 5"),
    ([0x0F], 0, "a field of type 0, 1, 2 or 5"),
    ([0x09, 1, 2, 3, 4, 5, 6, 7], 1, "8 more bytes"), ([0x0D, 1, 2, 3], 1, "4 more bytes"),
    ([0x0A, 0x02, 0x00], 1, "a length of at most 1"),
    (
      [0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], 1,
      "a length of at most 0"
    ),
  ]

  @Test func damageIsRefusedWhereItStands() {
    for (bytes, offset, expected) in Self.damage {
      let error = refusal(bytes)
      #expect(error?.offset == offset && error?.expected == expected, "\(bytes): \(error as Any)")
    }
  }

  @Test func aFieldOfAnotherKindIsRefused() throws {
    try ([0x08, 0x01, 0x12, 0x01, 0xFF] as [UInt8]).withUnsafeBytes { bytes in
      var reader = ProtobufReader(bytes)
      let number = try #require(try reader.next())
      #expect(throws: ProtobufError.self) { try number.text() }
      #expect(throws: ProtobufError.self) { try number.message() }
      #expect(throws: ProtobufError.self) { try number.float() }
      let text = try #require(try reader.next())
      #expect(throws: ProtobufError.self) { try text.integer() }
      // No UTF-8, no packed number that ends, no four bytes.
      #expect(throws: ProtobufError.self) { try text.text() }
      #expect(throws: ProtobufError.self) { try text.integers() }
      #expect(throws: ProtobufError.self) { try text.floats() }
    }
  }

  @Test func messagesInsideOfOneAnotherHaveALimit() throws {
    var bytes: [UInt8] = []
    for _ in 0...ProtobufReader.depthLimit { bytes = [0x0A, UInt8(bytes.count)] + bytes }
    try bytes.withUnsafeBytes { bytes in
      var reader = ProtobufReader(bytes)
      for _ in 0..<ProtobufReader.depthLimit {
        reader = try #require(try reader.next()).message()
      }
      let last = try #require(try reader.next())
      #expect(throws: ProtobufError.self) { try last.message() }
    }
  }
}
