// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierInterchange

private func header(_ bytes: [UInt8]) throws -> SafetensorsHeader {
  try bytes.withUnsafeBytes { try SafetensorsHeader($0, path: "m.safetensors") }
}

private func file(_ text: String, dataCount: Int = 0) -> [UInt8] {
  let length = withUnsafeBytes(of: UInt64(text.utf8.count).littleEndian) { Array($0) }
  return length + Array(text.utf8) + Array(repeating: 0, count: dataCount)
}

private let refused: [(String, Int, SafetensorsError)] = [
  (
    "[]", 0,
    .header(
      path: "m.safetensors", offset: 8, expected: "a header that begins with '{'",
      found: "another byte")
  ),
  (
    #"{"a":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}"#, 2,
    .tensor(
      path: "m.safetensors", name: "a", offset: 8, expected: "a dtype of F32, F64, I64, I32, U8",
      found: "the string \"F16\"")
  ),
  (
    #"{"a":{"dtype":"F32","shape":[2,-1],"data_offsets":[0,4]}}"#, 4,
    .tensor(
      path: "m.safetensors", name: "a", offset: 8, expected: "shape of whole numbers from 0",
      found: "-1")
  ),
  (
    #"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}"#, 8,
    .tensor(
      path: "m.safetensors", name: "a", offset: 8,
      expected: "a shape of 8 bytes, as data_offsets say", found: "F32 of shape [3]")
  ),
  (
    #"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}"#, 11,
    .tensor(
      path: "m.safetensors", name: "a", offset: 8,
      expected: "data_offsets of a begin and an end within 11 bytes of data", found: "[0, 12]")
  ),
  (
    #"{"a":{"dtype":"U8","shape":[3],"data_offsets":[1,4]}}"#, 4,
    .tensor(
      path: "m.safetensors", name: "a", offset: 62,
      expected: "a tensor that begins where the one before it ends, at byte 61", found: "a gap")
  ),
  (
    #"{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]}}"#, 5,
    .header(
      path: "m.safetensors", offset: 64, expected: "the end of the file",
      found: "2 bytes that belong to no tensor")
  ),
  (
    #"{"__metadata__":{"k":1}}"#, 0,
    .metadata(path: "m.safetensors", key: "k", expected: "a string", found: "1")
  ),
  (
    #"{"a":{},"a":{}}"#, 0,
    .header(
      path: "m.safetensors", offset: 16, expected: "each key once", found: "\"a\" again")
  ),
]

@Suite struct SafetensorsHeaderTests {
  /// What 0.8.0 accepts and this reader refuses, on purpose.
  static let stricter: Set = [
    "leading space", "trailing newline", "duplicate tensor", "duplicate metadata key",
  ]

  @Test(arguments: try SafetensorsGolden.conformance())
  func verdictIsThatOfTheFormatsOwnLibraryOrStricter(_ file: SafetensorsGolden.Case) throws {
    if file.isAccepted, !SafetensorsHeaderTests.stricter.contains(file.name) {
      #expect(throws: Never.self) { try header(file.bytes) }
    } else {
      let error = #expect(throws: SafetensorsError.self) { try header(file.bytes) }
      #expect(error?.description.contains("'m.safetensors'") == true)
      #expect(error?.description.contains("\n") == false)
    }
  }

  @Test func everyStricterVerdictIsInTheTable() throws {
    let accepted = try SafetensorsGolden.conformance().filter(\.isAccepted).map(\.name)
    #expect(SafetensorsHeaderTests.stricter.isSubset(of: accepted))
  }

  @Test func describesTheTensorsInTheOrderOfTheirBytes() throws {
    let golden = try header(SafetensorsGolden.numbers())
    #expect(golden.metadata == SafetensorsGolden.metadata)
    #expect(golden.tensors.map(\.name) == SafetensorsGolden.entries.map(\.name))
    #expect(golden.tensors.map(\.shape) == SafetensorsGolden.entries.map(\.shape))
    #expect(golden.tensors.map(\.type) == SafetensorsGolden.entries.map(\.values.type))
    let reversed = try header(
      file(
        #"{"a":{"dtype":"U8","shape":[3],"data_offsets":[2,5]},"#
          + #""b":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}"#, dataCount: 5))
    #expect(reversed.tensors.map(\.name) == ["b", "a"])
    #expect(reversed.tensors.map(\.byteRange) == [113..<115, 115..<118])
  }

  @Test func everyTruncationIsRefused() throws {
    let bytes = try SafetensorsGolden.numbers()
    for count in 0..<bytes.count {
      #expect(throws: SafetensorsError.self, "\(count) bytes") {
        try header(Array(bytes[..<count]))
      }
    }
    #expect(throws: SafetensorsError.self) { try header(bytes + [0]) }
  }

  /// Whatever replaces a byte of length or header, the outcome is a checked header or an error.
  @Test func everySubstitutionIsReadOrRefused() throws {
    let bytes = file(
      #"{"a":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}"#, dataCount: 8)
    #expect(try header(bytes).tensors.count == 1)
    var refusedCount = 0
    for index in 0..<bytes.count - 8 {
      for byte in UInt8.min...UInt8.max {
        var changed = bytes
        changed[index] = byte
        do {
          let ranges = try header(changed).tensors.map(\.byteRange)
          #expect(ranges == [64..<72])
        } catch is SafetensorsError {
          refusedCount += 1
        }
      }
    }
    #expect(refusedCount > bytes.count * 128)
  }

  @Test(arguments: refused)
  func errorsSayWhere(_ text: String, dataCount: Int, error: SafetensorsError) {
    #expect(throws: error) { try header(file(text, dataCount: dataCount)) }
  }

  @Test func aHeaderIsAtMost100MB() {
    let count = Safetensors.headerLimit + 1
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 8 + count, alignment: 8)
    defer { bytes.deallocate() }
    bytes.storeBytes(of: UInt64(count).littleEndian, as: UInt64.self)
    #expect(
      throws: SafetensorsError.header(
        path: "m", offset: 0, expected: "a header of at most 100000000 bytes",
        found: "a length of 100000001")
    ) {
      try SafetensorsHeader(UnsafeRawBufferPointer(bytes), path: "m")
    }
  }

  @Test func messagesAreOneLine() {
    let errors: [SafetensorsError] = [
      .header(path: "m\n", offset: 0, expected: "this", found: "that"),
      .tensor(path: "m", name: "a\nb", offset: 8, expected: "this", found: "that"),
      .metadata(path: "m", key: "k\n", expected: "this", found: "that"),
      .laterVersion(path: "m", version: "2", newest: "1"), .headerTooLong(byteCount: 100_000_001),
    ]
    for error in errors { #expect(!error.description.contains("\n")) }
    #expect(
      errors[1].description
        == "reading 'm': byte 8: tensor \"a\\nb\": expected this, found that;"
        + " the file is damaged or of another kind")
    #expect(errors[3].description.contains("written by a later version"))
  }
}
