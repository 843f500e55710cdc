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

  /// The fields of a message, of which there have to be so many.
  private func read(
    _ bytes: [UInt8], _ count: Int, _ body: ([ProtobufField]) throws -> Void
  ) throws {
    try bytes.withUnsafeBytes { bytes in
      var reader = ProtobufReader(bytes)
      var fields: [ProtobufField] = []
      try reader.forEach { fields.append($0) }
      try #require(fields.count == count)
      try body(fields)
    }
  }

  private func inner(_ field: ProtobufField) throws -> [Int64] {
    var reader = try field.message()
    var integers: [Int64] = []
    try reader.forEach { integers.append(try $0.integer()) }
    return integers
  }

  /// The examples of protobuf.dev, "Encoding".
  @Test func theExamplesOfTheFormat() throws {
    let number = try fields([0x08, 0x96, 0x01])
    #expect(number.count == 1 && number[0].number == 1 && number[0].value == .varint(150))
    let text = try fields([0x12, 0x07] + Array("testing".utf8))
    #expect(text.count == 1 && text[0].number == 2 && text[0].value == .bytes(2..<9))
    try read([0x1A, 0x03, 0x08, 0x96, 0x01], 1) { fields in
      let integers = try inner(fields[0])
      #expect(integers == [150])
    }
    try read([0x32, 0x06, 0x03, 0x8E, 0x02, 0x9E, 0xA7, 0x05], 1) { fields in
      let integers = try fields[0].integers()
      #expect(integers == [3, 270, 86942])
    }
  }

  @Test func whatIsWrittenIsRead() throws {
    var writer = ProtobufWriter()
    writer.write(1, Int64(-1))
    writer.write(2, Float(-0.0))
    writer.write(3, 0.1)
    writer.write(536_870_911, "é")
    writer.write(5) { $0.write(1, Int64.max) }
    try read(writer.bytes, 5) { fields in
      let (integer, float) = (try fields[0].integer(), try fields[1].float())
      #expect(integer == -1 && float.bitPattern == Float(-0.0).bitPattern)
      #expect(fields[2].value == .fixed64(0.1.bitPattern))
      let (text, integers) = (try fields[3].text(), try inner(fields[4]))
      #expect(fields[3].number == 536_870_911 && text == "é" && integers == [.max])
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
    try read([0x08, 0x01, 0x12, 0x01, 0xFF], 2) { fields in
      let (number, text) = (fields[0], fields[1])
      #expect(throws: ProtobufError.self) { try number.text() }
      #expect(throws: ProtobufError.self) { try number.message() }
      #expect(throws: ProtobufError.self) { try number.float() }
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
        let field = try reader.next()
        reader = try #require(field).message()
      }
      let field = try reader.next()
      let last = try #require(field)
      #expect(throws: ProtobufError.self) { try last.message() }
    }
  }
}
