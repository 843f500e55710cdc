// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierInterchange

@Suite struct SafetensorsTests {
  @Test func bytesAreThoseOfTheFormatsOwnLibrary() throws {
    let bytes = try Safetensors.encode(
      SafetensorsGolden.entries, metadata: SafetensorsGolden.metadata)
    #expect(try bytes == SafetensorsGolden.numbers())
  }

  @Test func metadataIsSortedAndDataStartAtAMultipleOf8() throws {
    for count in 0..<9 {
      let values = ["b": "2", "a": String(repeating: "x", count: count), "Z": "", "ä": "3"]
      let bytes = try Safetensors.encode([], metadata: values)
      let text = String(decoding: bytes[8...], as: UTF8.self)
      let expected =
        #"{"__metadata__":{"Z":"","a":""# + String(repeating: "x", count: count)
        + #"","b":"2","ä":"3"}}"#
      #expect(text.hasPrefix(expected) && text.dropFirst(expected.count).allSatisfy { $0 == " " })
      #expect(bytes.count % 8 == 0 && bytes.count - 8 - expected.utf8.count < 8)
      let header = try bytes.withUnsafeBytes { try SafetensorsHeader($0, path: "m") }
      #expect(header.metadata == values && header.tensors.isEmpty)
    }
  }

  @Test func metadataThatCannotFitIsAnError() {
    #expect(throws: SafetensorsError.headerTooLong(byteCount: 32)) {
      try Safetensors.header([], metadata: ["k": "vwxyz"], limit: 31)
    }
    #expect(throws: Never.self) { try Safetensors.header([], metadata: ["k": "vwxyz"], limit: 32) }
  }

  @Test func mistakesOfTheProgrammerEndTheProgram() async {
    await #expect(processExitsWith: .failure) {
      _ = Safetensors.Entry(name: "a", shape: [2], values: .float32([1]))
    }
    await #expect(processExitsWith: .failure) {
      _ = Safetensors.Entry(name: "a", shape: [1 << 62, 4], values: .float32([]))
    }
    await #expect(processExitsWith: .failure) {
      _ = Safetensors.Entry(name: "__metadata__", shape: [], values: .float32([1]))
    }
    await #expect(processExitsWith: .failure) {
      let entry = Safetensors.Entry(name: "a", shape: [], values: .float32([1]))
      _ = try Safetensors.encode([entry, entry], metadata: [:])
    }
  }
}
