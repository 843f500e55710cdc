// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct OcclusionTests {
  private let piece = GlyphImage { _, _ in 0.8 }

  /// First and last row and column with ink, and how much there is.
  private func box(
    _ place: Occlusion.Place, inward: Int = 2, down: Int = 0,
    reach: Occlusion.Reach = .init(up: 3, down: 4, left: 2, right: 5)
  ) -> [Int] {
    let image = GlyphImage()
    Occlusion.occlude(
      image, with: piece, reaching: reach, place: place, inward: inward, down: down)
    let inked = image.values.indices.filter { image.pixels[$0] > 0 }
    let columns = inked.map { $0 % 32 }
    guard let first = inked.first, let last = inked.last else { return [] }
    return [first / 32, last / 32, columns.min() ?? -1, columns.max() ?? -1, inked.count]
  }

  @Test func piecesLieAtTheirPlaces() {
    #expect(box(.left) == [13, 19, 2, 8, 49])
    #expect(box(.right) == [13, 19, 23, 29, 49])
    #expect(box(.middle) == [13, 19, 14, 20, 49])
    #expect(box(.left, inward: 0, down: -5) == [8, 14, 0, 6, 49])
  }

  @Test func piecesEndAtThePicturesBorder() {
    #expect(box(.left, down: 14) == [27, 31, 2, 8, 35])
    #expect(box(.left, down: -40) == [])
    let large = Occlusion.Reach(up: 15, down: 15, left: 15, right: 15)
    #expect(box(.right, inward: 9, reach: large) == [1, 30, 0, 22, 690])
    #expect(box(.left, reach: .init(up: 0, down: 0, left: 5, right: 5)) == [])
  }

  @Test func theDarkerStaysAndTheMiddleIsHalfAsDark() {
    let image = GlyphImage { _, column in column < 16 ? 0.6 : 0 }
    let reach = Occlusion.Reach(up: 1, down: 1, left: 2, right: 2)
    Occlusion.occlude(image, with: piece, reaching: reach, place: .middle, inward: 0, down: 0)
    #expect(Array(image.rows[16][13...18]) == [0.6, 0.6, 0.6, 0.4, 0.4, 0])
    Occlusion.occlude(image, with: piece, reaching: reach, place: .left, inward: 12, down: 0)
    #expect(Array(image.rows[16][11...16]) == [0.6, 0.8, 0.8, 0.8, 0.8, 0.4])
  }

  /// 40 % of all pictures, of which some pieces are empty.
  @Test func piecesComeInTheirShare() {
    var stream = Seed(1).stream("occlusion")
    let (image, other) = (GlyphImage(), GlyphImage())
    var count = 0
    for _ in 0..<2000 {
      image.clear()
      Occlusion.apply(complexity: 0.7, from: &stream, to: image, piece: other)
      count += image.maximum > 0 ? 1 : 0
    }
    #expect((600...860).contains(count))
  }
}
