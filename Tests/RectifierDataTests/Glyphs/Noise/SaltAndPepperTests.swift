// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct SaltAndPepperTests {
  @Test func aFifthOfTheComplexityIsReplacedByUniformNoise() {
    var stream = Seed(1).stream("salt")
    var replaced: [Float] = []
    var touched = 0
    for _ in 0..<400 {
      let image = GlyphImage { _, _ in 2 }
      SaltAndPepper.apply(complexity: 0.5, from: &stream, to: image)
      let found = image.values.filter { $0 != 2 }
      if !found.isEmpty { touched += 1 }
      replaced += found
    }
    #expect((70...130).contains(touched))
    #expect(abs(Float(replaced.count) / Float(1024 * touched) - 0.1) < 0.005)
    #expect(replaced.allSatisfy { $0 >= 0 && $0 < 1 })
    #expect(abs(replaced.reduce(0, +) / Float(replaced.count) - 0.5) < 0.02)
  }
}
