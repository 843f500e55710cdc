// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct StructuringElementTests {
  @Test func rectanglesReachDownAndRightWhereTheyAreEven() {
    #expect(StructuringElement.rectangle(height: 1, width: 2).places == ["0,0", "0,1"])
    #expect(StructuringElement.rectangle(height: 3, width: 1).places == ["-1,0", "0,0", "1,0"])
    #expect(
      StructuringElement.rectangle(height: 2, width: 3).places
        == ["0,-1", "0,0", "0,1", "1,-1", "1,0", "1,1"])
    #expect(StructuringElement.rectangle(height: 4, width: 4).offsets.count == 16)
  }

  @Test func diamondsHaveCorners() {
    #expect(StructuringElement.diamond(radius: 1).places == ["-1,0", "0,-1", "0,0", "0,1", "1,0"])
    #expect(StructuringElement.diamond(radius: 2).offsets.count == 13)
  }

  @Test(arguments: Thickness.elements.indices)
  func dilationNeverTakesInkAndErosionNeverAdds(index: Int) {
    let element = Thickness.elements[index]
    let image = GlyphImage.pattern
    element.dilateIntoScratch(image)
    #expect((0..<GlyphImage.count).allSatisfy { image.scratch[$0] >= image.pixels[$0] })
    element.erodeIntoScratch(image)
    #expect((0..<GlyphImage.count).allSatisfy { image.scratch[$0] <= image.pixels[$0] })
  }

  /// A closing: what was thickened and then thinned by the same element has lost no ink and stands
  /// where it stood.
  @Test(arguments: Thickness.elements.indices)
  func dilationAndErosionTogetherMoveNothing(index: Int) {
    let element = Thickness.elements[index]
    let square = GlyphImage { row, column in
      (10..<20).contains(row) && (8..<23).contains(column) ? 0.5 : 0
    }
    let before = square.values
    element.dilateIntoScratch(square)
    square.takeScratch()
    #expect(square.values != before)
    element.erodeIntoScratch(square)
    square.takeScratch()
    #expect(square.values == before)
  }

  @Test func theBorderComparesWithNothing() {
    let image = GlyphImage { _, _ in 0.5 }
    let element = StructuringElement.rectangle(height: 3, width: 3)
    element.erodeIntoScratch(image)
    #expect((0..<GlyphImage.count).allSatisfy { image.scratch[$0] == 0.5 })
    element.dilateIntoScratch(image)
    #expect((0..<GlyphImage.count).allSatisfy { image.scratch[$0] == 0.5 })
  }
}

extension StructuringElement {
  fileprivate var places: [String] { offsets.map { "\($0.row),\($0.column)" } }
}
