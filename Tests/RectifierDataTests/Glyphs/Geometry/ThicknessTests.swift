// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct ThicknessTests {
  @Test func morphologyIsThatOfSciPy() {
    let cross = Thickness.elements[3]
    for (operation, element, golden) in [
      (.erosion, cross, GlyphModuleGolden.erodedByCross),
      (.erosion, Thickness.elements[4], GlyphModuleGolden.erodedByTwoByThree),
      (.dilation, Thickness.elements[1], GlyphModuleGolden.dilatedByTwoByOne),
    ] as [(Thickness.Operation, StructuringElement, String)] {
      let image = GlyphImage.pattern
      Thickness.run(operation, element, on: image)
      #expect(image.differences(from: golden) == [])
    }
  }

  @Test func theLargestInkIsKept() {
    var stream = Seed(1).stream("thickness")
    for number in 0..<200 {
      let image = GlyphImage.letter(number)
      image.scale(by: 0.75)
      let maximum = image.maximum
      Thickness.apply(complexity: 1, from: &stream, to: image)
      #expect(abs(image.maximum - maximum) <= maximum * 1e-6)
    }
  }

  @Test func anErosionThatLeavesNothingIsLeftOut() {
    let dot = GlyphImage { row, column in row == 9 && column == 9 ? 0.5 : 0 }
    let before = dot.values
    Thickness.run(.erosion, Thickness.elements[0], on: dot)
    #expect(dot.values == before)
  }

  /// At complexity .5 three elements erode and five dilate; nothing happens in one case of nine.
  @Test func choicesComeInTheirShares() {
    var stream = Seed(3).stream("thickness")
    var (erosions, dilations) = ([Int](repeating: 0, count: 3), [Int](repeating: 0, count: 5))
    var nothing = 0
    for _ in 0..<9000 {
      switch Thickness.choice(complexity: 0.5, from: &stream) {
      case (.erosion, let index)?: erosions[index] += 1
      case (.dilation, let index)?: dilations[index] += 1
      case nil: nothing += 1
      }
    }
    for count in erosions + dilations + [nothing] { #expect(abs(count - 1000) < 150) }
  }

  @Test func complexityZeroChoosesNothing() {
    var stream = Seed(4).stream("thickness")
    for _ in 0..<50 { #expect(Thickness.choice(complexity: 0, from: &stream) == nil) }
  }
}
