// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct LocalSmoothingTests {
  @Test func theBlurIsThatOfSciPy() {
    let image = GlyphImage.pattern
    SmoothingWindow(sigma: 3.5, width: 14).blur(image, into: image.pixels)
    #expect(image.differences(from: GlyphModuleGolden.blurred) != [])
    let blurred = GlyphImage()
    SmoothingWindow(sigma: 3.5, width: 14).blur(.pattern, into: blurred.pixels)
    #expect(blurred.differences(from: GlyphModuleGolden.blurred) == [])
  }

  @Test func windowsAreOneInTheirMiddleAndEndAtTheBorder() {
    let window = SmoothingWindow(sigma: 2, width: 4)
    let mask = GlyphImage()
    window.add(to: mask, around: 10 * 32 + 10)
    window.add(to: mask, around: 0)
    window.add(to: mask, around: 1023)
    #expect(abs(mask.rows[10][10] - 1) < 1e-6)
    #expect(abs(mask.rows[10][11] - 0.7788008) < 1e-6)
    #expect(abs(mask.rows[12][12] - 0.13533528) < 1e-6)
    #expect(mask.rows[13][10] == 0)
    #expect(mask.values.count { $0 > 0 } == 25 + 9 + 9)
  }

  @Test func aQuarterOfPicturesIsSmoothedWithinTheirInk() {
    var stream = Seed(1).stream("smoothing")
    let mask = GlyphImage()
    var touched = 0
    for number in 0..<600 {
      let image = GlyphImage.letter(number)
      let before = image.values
      LocalSmoothing.apply(complexity: 0.7, from: &stream, to: image, mask: mask)
      if image.values != before { touched += 1 }
      #expect(image.values.allSatisfy { $0 >= 0 && $0 <= 1 })
    }
    #expect((110...190).contains(touched))
  }

  @Test func aPictureWithoutInkStaysSo() {
    var stream = Seed(1).stream("smoothing")
    let image = GlyphImage()
    for _ in 0..<20 {
      LocalSmoothing.apply(complexity: 0.7, from: &stream, to: image, mask: GlyphImage())
    }
    #expect(image.values == GlyphImage().values)
  }
}
