// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import Testing

@Suite struct MemoryRequirementTests {
  private func requirement(_ widths: [Int], batch: Int = 10, data: Int = 0) -> MemoryRequirement {
    MemoryRequirement(
      inputCount: 784, hiddenWidths: widths, outputCount: 10, batchSize: batch, dataBytes: data)
  }

  @Test func bytesAreThoseOfParametersUnitsAndData() {
    let parameters = (784 * 100 + 100) + (100 * 10 + 10)
    let batch = 10 * (100 + 10) * 5 + 10 * 784 * 3
    #expect(requirement([100], data: 7).byteCount == (parameters * 6 + batch) * 4 + 7)
    #expect(
      requirement([]).byteCount == ((784 * 10 + 10) * 6 + 10 * 10 * 5 + 10 * 784 * 3) * 4)
  }

  @Test func momentsAreParametersThreeTimes() throws {
    var requirement = requirement([100])
    let plain = try #require(requirement.byteCount)
    let parameters = (784 * 100 + 100) + (100 * 10 + 10)
    requirement.momentCount = 2
    #expect(requirement.byteCount == plain + 2 * 3 * parameters * 4)
  }

  @Test(arguments: [
    [Int.max], [Int.max / 784, 3], [1 << 40, 1 << 40], [1 << 60, 1 << 3],
  ])
  func widthsBeyondCountingAreNil(widths: [Int]) {
    #expect(requirement(widths).byteCount == nil)
    #expect(throws: ConfigurationError.self) { try requirement(widths).check() }
  }

  @Test func theLimitItselfIsAllowed() throws {
    let needed = try #require(requirement([50]).byteCount)
    try requirement([50]).check(availableBytes: needed)
    let error = #expect(throws: ConfigurationError.self) {
      try requirement([50]).check(availableBytes: needed - 1)
    }
    #expect(error?.description.hasPrefix("--hidden: the parameters of widths 50") == true)
  }

  @Test func thisMachineHasMemory() {
    #expect(MemoryRequirement.machineBytes > 1 << 28)
  }

  @Test(arguments: [
    (0, "0 B"), (1023, "1023 B"), (1024, "1.0 KiB"), (1536, "1.5 KiB"), (200 << 20, "200 MiB"),
    (1000 << 10, "1.0 MiB"), (Int.max, "8.0 EiB"),
  ])
  func sizesAsPeopleReadThem(count: Int, text: String) {
    #expect(ByteCount.text(count) == text)
  }
}
