// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierAnalysis

@Suite struct QuadraticFitTests {
  private let points = zip(
    [72.0, 75, 78, 80, 84, 88, 92], [1.40, 1.38, 1.35, 1.37, 1.43, 1.5, 1.72]
  ).map { (x: $0, y: $1) }

  /// NumPy 2: polyfit(x, y, 2, cov=True), the minimum's errors by the gradient.
  @Test func itIsThatOfAnotherProgram() throws {
    let fit = try #require(QuadraticFit(points))
    #expect(abs(fit.expanded.quadratic - 0.00173383226) < 1e-10)
    #expect(abs(fit.expanded.linear - -0.269751033) < 1e-8)
    #expect(abs(fit.expanded.constant - 11.8451871) < 1e-6)
    let minimum = try #require(fit.minimum)
    #expect(abs(minimum.x.value - 77.7904068) < 1e-6)
    #expect(abs(minimum.x.standardError - 0.6399773) < 1e-6)
    #expect(abs(minimum.y.value - 1.3531658) < 1e-6)
    #expect(abs(minimum.y.standardError - 0.0109102) < 1e-6)
    #expect(fit.degreesOfFreedom == 4)
    // t.ppf(0.975, 4) = 2.7764451
    #expect(abs(minimum.y.interval95.upperBound - (1.3531658 + 2.7764451 * 0.0109102)) < 1e-5)
  }

  @Test func pointsOnAParabolaGiveIt() throws {
    let xs = (0..<9).map(Double.init)
    let fit = try #require(QuadraticFit(xs.map { x in (x: x, y: x * (x - 4)) }))
    #expect(abs(fit.value(at: 5) - 5) < 1e-9)
    #expect(abs((fit.minimum?.x.value ?? 0) - 2) < 1e-9)
    #expect(abs((fit.minimum?.y.value ?? 0) - -4) < 1e-9)
    let hill = try #require(QuadraticFit(xs.map { x in (x: x, y: -x * x) }))
    #expect(hill.minimum == nil)
  }

  @Test func tooFewPointsGiveNone() {
    #expect(QuadraticFit(Array(points.prefix(3))) == nil)
    #expect(QuadraticFit([(x: 1, y: 1), (x: 1, y: 2), (x: 2, y: 1), (x: 2, y: 3)]) == nil)
    #expect(QuadraticFit(Array(points.prefix(4))) != nil)
  }
}
