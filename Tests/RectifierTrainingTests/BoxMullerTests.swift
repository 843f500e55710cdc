// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierTraining

@Suite struct BoxMullerTests {
  @Test(arguments: [0, 1, 3, 1024, 2051])
  func manyAreThoseOfOneAfterAnother(count: Int) {
    var stream = Seed(9).stream("normal")
    let expected = (0..<count).map { _ in stream.normal().bitPattern }
    for instructionSet in InstructionSet.available {
      let found = [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
        Seed(9).stream("normal").copyNormals(
          into: UnsafeMutableBufferPointer(rebasing: buffer[..<count]),
          instructionSet: instructionSet)
        initialized = count
      }
      #expect(found.map(\.bitPattern) == expected, "\(instructionSet)")
    }
  }
}
