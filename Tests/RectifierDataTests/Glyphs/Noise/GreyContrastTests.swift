// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct GreyContrastTests {
  @Test func contrastAndPolarityFillTheirRanges() {
    var stream = Seed(1).stream("contrast")
    var contrasts: [Float] = []
    var inverted = 0
    for _ in 0..<400 {
      let image = GlyphImage { row, _ in row < 16 ? 0 : 1 }
      GreyContrast.apply(complexity: 0.6, from: &stream, to: image)
      let (zero, one) = (image.pixels[0], image.pixels[1023])
      #expect(abs(zero + one - 1) < 1e-6)
      contrasts.append(abs(one - zero))
      if one < zero { inverted += 1 }
    }
    #expect(contrasts.allSatisfy { $0 >= 0.49 - 1e-6 && $0 <= 1 })
    #expect(contrasts.contains { $0 < 0.5 })
    #expect(contrasts.contains { $0 > 0.98 })
    #expect((150...250).contains(inverted))
  }
}
