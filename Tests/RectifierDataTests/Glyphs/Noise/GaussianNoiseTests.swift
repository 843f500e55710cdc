// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct GaussianNoiseTests {
  @Test func noiseHasATenthOfTheComplexityAsDeviation() {
    var stream = Seed(1).stream("noise")
    var noise: [Float] = []
    var touched = 0
    for _ in 0..<200 {
      let image = GlyphImage { _, _ in 0.5 }
      GaussianNoise.apply(complexity: 0.7, from: &stream, to: image)
      guard image.values != [Float](repeating: 0.5, count: 1024) else { continue }
      touched += 1
      noise += image.values.map { $0 - 0.5 }
    }
    #expect((40...80).contains(touched))
    let count = Float(noise.count)
    #expect(abs(noise.reduce(0, +) / count) < 0.002)
    let deviation = (noise.reduce(0) { $0 + $1 * $1 } / count).squareRoot()
    #expect(abs(deviation - 0.07) < 0.001)
  }
}
