// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct InvalidUTF8Tests {
  @Test(
    arguments: [
      ([], nil), ([0x61, 0xC3, 0xA9], nil), ([0x00, 0x7F], nil), ([0x80], 0), ([0x61, 0xC3], 1),
      ([0x61, 0xC3, 0x61], 1), ([0xF0, 0x9F, 0x99, 0x82, 0xFF], 4), ([0xED, 0xA0, 0x80], 0),
      ([0xC0, 0x80], 0),
    ] as [([UInt8], Int?)])
  func theFirstFaultIsFound(bytes: [UInt8], place: Int?) {
    #expect(bytes.withUnsafeBufferPointer { InvalidUTF8.place(in: $0) } == place)
  }
}
