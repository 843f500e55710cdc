// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct PinchTests {
  @Test func distancesAreThoseOfTheFormula() {
    let pinched = GlyphImage.pattern
    Pinch.pinch(pinched, amount: 0.46875)
    #expect(pinched.differences(from: GlyphModuleGolden.pinched) == [])
    let spread = GlyphImage.pattern
    Pinch.pinch(spread, amount: -0.65625)
    #expect(spread.differences(from: GlyphModuleGolden.spread) == [])
  }

  @Test func nothingChangesAtZero() {
    let image = GlyphImage.pattern
    Pinch.pinch(image, amount: 0)
    #expect(image.values == GlyphImage.pattern.values)
  }

  @Test func theCornersStay() {
    let image = GlyphImage.pattern
    Pinch.pinch(image, amount: 0.5)
    for index in 0..<GlyphImage.count {
      let (y, x) = (Float(index / 32) - 15.5, Float(index % 32) - 15.5)
      guard x * x + y * y >= 256 else { continue }
      #expect(image.pixels[index] == GlyphImage.pattern.values[index])
    }
  }

  @Test func aPinchDrawsInkInwards() {
    func spread(_ amount: Float) -> Float {
      let image = GlyphImage { row, column in abs(row - 16) == 6 || abs(column - 16) == 6 ? 1 : 0 }
      Pinch.pinch(image, amount: amount)
      var (ink, sum) = (Float(0), Float(0))
      for index in 0..<GlyphImage.count {
        let (y, x) = (Float(index / 32) - 15.5, Float(index % 32) - 15.5)
        guard x * x + y * y < 120 else { continue }
        ink += image.pixels[index]
        sum += image.pixels[index] * (x * x + y * y)
      }
      return sum / ink
    }
    #expect(spread(0.4) < spread(0))
    #expect(spread(-0.4) > spread(0))
  }
}
