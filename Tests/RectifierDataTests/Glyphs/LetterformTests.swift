// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct LetterformTests {
  @Test func aStrokeIsReadAsPointsCornersAndAnEnd() {
    let open = Stroke("8,-34 52,100^ 0,7")
    #expect(open.knots.map(\.position) == [SIMD2(8, -34), SIMD2(52, 100), SIMD2(0, 7)])
    #expect(open.knots.map(\.isCorner) == [false, true, false])
    #expect(!open.isClosed)
    #expect(open.spanCount == 2)
    #expect((0..<3).map(open.isSmooth) == [false, false, false])

    let closed = Stroke("0,0 10,0 10,10^ 0,10 o")
    #expect(closed.isClosed)
    #expect(closed.spanCount == 4)
    #expect((0..<4).map(closed.isSmooth) == [true, true, false, true])

    #expect(Stroke("6,86").spanCount == 0)
  }

  @Test func aPointInTheMiddleOfAStrokeIsSmooth() {
    #expect((0..<3).map(Stroke("0,0 5,5 9,0").isSmooth) == [false, true, false])
  }
}
