// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierNumerics

@Suite struct AlignedBufferTests {
  @Test(arguments: [0, 1, 17, 1000, 600_000])
  func aBufferIsAlignedAndZero(count: Int) {
    let buffer = AlignedBuffer<Float>(count: count)
    #expect(buffer.count == count)
    #expect(UInt(bitPattern: buffer.pointer) % 64 == 0)
    #expect((0..<count).allSatisfy { buffer.pointer[$0].bitPattern == 0 })
  }

  @Test func copiesAreApart() {
    let buffer = AlignedBuffer<UInt32>(count: 3)
    for k in 0..<3 { buffer.pointer[k] = UInt32(k + 1) }
    let copy = AlignedBuffer(copying: buffer)
    buffer.clear()
    #expect((0..<3).map { buffer.pointer[$0] } == [0, 0, 0])
    #expect((0..<3).map { copy.pointer[$0] } == [1, 2, 3])
  }

  @Test func countsThatCannotBeEndTheProgram() async {
    var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = AlignedBuffer<Float>(count: -1)
    }
    #expect(result.says("aligned buffer: -1 elements do not fit the address space"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = AlignedBuffer<Float>(count: .max / 2)
    }
    #expect(result.says("elements do not fit the address space"))
  }
}
