// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import Testing

@Suite struct BreakEvenTests {
  private func breakEven(_ points: [(Double, Double)]) -> BreakEven {
    BreakEven(points.map { (zeroFraction: $0.0, sparseToDense: $0.1) })
  }

  @Test func betweenTwoItIsInterpolated() throws {
    // log 2 down to −log 2: in the middle.
    guard case .at(let middle) = breakEven([(0, 3), (0.2, 2), (0.6, 0.5), (0.9, 0.1)]) else {
      Issue.record("no crossing")
      return
    }
    #expect(abs(middle - 0.4) < 1e-12)
    // log 4 down to −log 2: two thirds of the way.
    guard case .at(let later) = breakEven([(0, 4), (0.9, 0.5)]) else {
      Issue.record("no crossing")
      return
    }
    #expect(abs(later - 0.6) < 1e-12)
  }

  @Test func atAPointItIsThatPoint() {
    #expect(breakEven([(0, 2), (0.5, 1), (0.9, 0.5)]) == .at(0.5))
  }

  @Test func theEndsAreToldApart() {
    #expect(breakEven([(0, 1), (0.5, 2)]) == .always)
    #expect(breakEven([(0, 0.9)]) == .always)
    #expect(breakEven([(0, 2), (0.99, 1.01)]) == .never)
  }
}
