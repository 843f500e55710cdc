// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct GlyphImageInkTests {
  /// A path through a stroke's points, a unit a pixel.
  private func path(_ text: String, in image: GlyphImage) -> PenPath {
    var stream = Seed(1).stream("ink")
    var path = PenPath(storage: image.scratch)
    path.append(Stroke(text), by: .steady(), from: &stream)
    return path
  }

  /// Ink of one pixel from the distance to every piece, in `Double`.
  private func ink(
    _ row: Int, _ column: Int, of path: PenPath, middle: SIMD2<Float>, scale: Float, radius: Float
  ) -> Double {
    let pixel = SIMD2(Double(column) - 15.5, 15.5 - Double(row)) / Double(scale)
    let point = pixel + SIMD2<Double>(middle)
    let distances = (0..<path.pieceCount).map { piece in
      let start = SIMD2<Double>(path.start(of: piece))
      let along = SIMD2<Double>(path.end(of: piece)) - start
      let square = (along * along).sum()
      let share = square > 0 ? ((point - start) * along).sum() / square : 0
      let miss = point - start - along * min(max(share, 0), 1)
      return (miss * miss).sum().squareRoot() * Double(scale)
    }
    return min(max(Double(radius) + 0.5 - (distances.min() ?? 0), 0), 1)
  }

  @Test(arguments: [
    "-9,-6 8,9", "0,-13 0,13", "-20,3 20,5", "0,0", "-10,0 0,10 10,0 0,-10 o", "-8,9 9,8^ -4,-11",
  ])
  func inkFollowsTheDistance(text: String) {
    let image = GlyphImage()
    let path = path(text, in: image)
    for (scale, radius) in [(1, 1.25), (0.75, 0.8), (1, 3)] as [(Float, Float)] {
      let middle = SIMD2<Float>(0.25, -0.4)
      image.ink(path, middle: middle, scale: scale, radius: radius)
      for row in 0..<GlyphImage.side {
        for column in 0..<GlyphImage.side {
          let expected = ink(row, column, of: path, middle: middle, scale: scale, radius: radius)
          let drawn = Double(image.pixels[row * GlyphImage.side + column])
          #expect(abs(drawn - expected) < 1e-5, "row \(row), column \(column)")
        }
      }
    }
  }

  /// On the line between rows 15 and 16, each pixel's centre is half a pixel away.
  @Test func aLineThroughTheMiddleInksTheTwoMiddleRows() {
    let image = GlyphImage()
    let path = path("-40,0 40,0 80,0", in: image)
    image.ink(path, middle: SIMD2(0, 0), scale: 1, radius: 0.75)
    for row in 0..<GlyphImage.side {
      let expected: Float = row == 15 || row == 16 ? 0.75 : 0
      for column in 0..<GlyphImage.side {
        #expect(image.pixels[row * GlyphImage.side + column] == expected)
      }
    }
  }
}
