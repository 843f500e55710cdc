// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct PixelPermutationTests {
  @Test func noInkIsLostAndAFifthOfPicturesIsTouched() {
    var stream = Seed(1).stream("permutation")
    let before = GlyphImage.pattern.values
    var touched = 0
    for _ in 0..<500 {
      let image = GlyphImage.pattern
      PixelPermutation.apply(complexity: 0.7, from: &stream, to: image)
      #expect(image.values.sorted() == before.sorted())
      guard image.values != before else { continue }
      touched += 1
      // 4 · 59 swaps of pixels that are nearly all unlike.
      #expect((250...472).contains(zip(image.values, before).count { $0 != $1 }))
    }
    #expect((70...130).contains(touched))
  }

  @Test func complexityZeroChangesNothing() {
    var stream = Seed(2).stream("permutation")
    let image = GlyphImage.pattern
    for _ in 0..<50 { PixelPermutation.apply(complexity: 0, from: &stream, to: image) }
    #expect(image.values == GlyphImage.pattern.values)
  }
}
