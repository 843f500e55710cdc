// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct PenPathTests {
  /// The points that a stroke goes through, by a hand without errors.
  private func points(_ stroke: Stroke, by hand: Hand = .steady()) -> [SIMD2<Float>] {
    let image = GlyphImage()
    var stream = Seed(1).stream("path")
    var path = PenPath(storage: image.scratch)
    path.append(stroke, by: hand, from: &stream)
    for piece in 1..<max(path.pieceCount, 1) {
      #expect(path.start(of: piece) == path.end(of: piece - 1))
    }
    return [path.start(of: 0)] + (0..<path.pieceCount).map { path.end(of: $0) }
  }

  @Test func fourPointsOfACircleMakeACircle() {
    let circle = points(Stroke("100,0 0,100 -100,0 0,-100 o"))
    #expect(circle.first == circle.last)
    for point in circle {
      #expect(abs((point * point).sum().squareRoot() - 100) < 0.1)
    }
  }

  /// The handles and the ends' own directions are the circle's too, for arcs of unequal length.
  @Test func threePointsOfACircleMakeAnArc() {
    let arc = points(Stroke("100,0 80,60 -60,80"))
    #expect(arc.count > 10)
    for point in arc {
      #expect(abs((point * point).sum().squareRoot() - 100) < 0.5)
    }
  }

  @Test func anAngularHandCutsCorners() {
    let circle = points(Stroke("100,0 0,100 -100,0 0,-100 o"), by: .steady(roundness: 0.25))
    let nearest = circle.map { ($0 * $0).sum().squareRoot() }.min()
    #expect(nearest.map { $0 < 95 } == true)
  }

  @Test func strokesGoThroughTheirPoints() {
    let stroke = Stroke("0,0 40,10 30,50^ 80,50 70,-20")
    let line = points(stroke)
    for knot in stroke.knots { #expect(line.contains(knot.position)) }
  }

  /// Straight strokes bow by at most 4.5 % of their length.
  @Test func linesBetweenCornersAreNearlyStraight() {
    for point in points(Stroke("0,0 100,0^ 100,50")) where point.x < 100 && point.y != 50 {
      #expect(abs(point.y) <= 4.5)
    }
  }

  @Test func aPointIsAPieceWithoutLength() {
    #expect(points(Stroke("6,86")) == [SIMD2(6, 86), SIMD2(6, 86)])
  }

  @Test func theBoxHoldsEveryPoint() {
    let image = GlyphImage()
    var stream = Seed(1).stream("path")
    var path = PenPath(storage: image.scratch)
    path.append(Stroke("-3,0 20,44"), by: .steady(), from: &stream)
    path.append(Stroke("9,60"), by: .steady(), from: &stream)
    #expect(path.lower == SIMD2(-3, 0))
    #expect(path.upper == SIMD2(20, 60))
  }
}
