// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments
import Testing

@Suite struct DataSourceMemoryTests {
  @Test func imagesThatDoNotFitAreRefusedBeforeTheyAreDrawn() throws {
    // 1000 to learn from, 1000 each to validate and to test on, 1 KiB each.
    let source = try DataSource.resolve("glyphs:digits?samples=1000", environment: [:])
    try source.checkMemory(availableBytes: 3000 * 1024)
    let error = ConfigurationError.tooManySamples(
      source: "glyphs:digits?samples=1000", neededBytes: 3000 * 1024,
      availableBytes: 3000 * 1024 - 1)
    #expect(throws: error) { try source.checkMemory(availableBytes: 3000 * 1024 - 1) }
    #expect(error.description.hasSuffix("ask for fewer with ?samples=N"))
  }
}
