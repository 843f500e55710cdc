// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct MotionBlurTests {
  @Test func inkIsTheMeanAlongALine() {
    let image = GlyphImage.pattern
    MotionBlur.blur(image, length: 3, directionX: 0.8, y: -0.6)
    #expect(image.differences(from: GlyphModuleGolden.motionBlurred) == [])
  }

  @Test func complexityZeroChangesNothing() {
    var stream = Seed(1).stream("motion blur")
    let image = GlyphImage.pattern
    for _ in 0..<20 { MotionBlur.apply(complexity: 0, from: &stream, to: image) }
    #expect(image.values == GlyphImage.pattern.values)
  }
}
