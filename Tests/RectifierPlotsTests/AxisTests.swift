// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierPlots

@Suite struct AxisTests {
  private func labels(_ axis: Axis, _ values: [Double]) -> [String] {
    let frame = axis.frame(of: values)
    return frame.ticks.map(frame.label)
  }

  @Test(arguments: [
    ([0.0, 100.0], ["0", "20", "40", "60", "80", "100"]),
    ([0.0, 0.93], ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
    ([-3.0, 4.0], ["-4", "-2", "0", "2", "4"]),
    ([12_000.0, 31_000.0], ["10k", "15k", "20k", "25k", "30k", "35k"]),
    ([7.0, 7.0], ["6", "8"]),
    ([], ["1", "1.2"]),
    ([0.0013, 0.0019], ["0.0012", "0.0014", "0.0016", "0.0018", "0.002"]),
  ])
  func linearMarksAreRound(values: [Double], expected: [String]) {
    #expect(labels(Axis("x"), values) == expected)
  }

  @Test(arguments: [
    ([1.0, 3.0], ["1", "2", "3"]), ([1.0, 1.0], ["1", "2"]), ([0.0, 2.0], ["0", "1", "2"]),
    ([1.0, 300.0], ["0", "100", "200", "300"]),
  ])
  func betweenWholeNumbersNothingIsMarked(values: [Double], expected: [String]) {
    #expect(labels(Axis("x", isOfCounts: true), values) == expected)
  }

  @Test(arguments: [
    ([1.0, 512.0], ["1", "2", "5", "10", "20", "50", "100", "200", "500", "1000"]),
    ([1.0, 20_000.0], ["1", "10", "100", "1000", "10k", "100k"]),
    ([0.03, 0.4], ["0.02", "0.05", "0.1", "0.2", "0.5"]),
    ([3.0, 3.0], ["2", "5"]),
    ([10.0, 10.0], ["10", "20"]),
  ])
  func logarithmicMarksAreRound(values: [Double], expected: [String]) {
    #expect(labels(Axis("x", scale: .logarithmic), values) == expected)
  }

  @Test func valuesHaveTheirPlaces() {
    let linear = Axis("x", range: 0...100).frame(of: [30])
    #expect([0, 25, 100].map(linear.position) == [0, 0.25, 1])
    let logarithmic = Axis("x", scale: .logarithmic).frame(of: [1, 10_000])
    #expect(abs(logarithmic.position(of: 100) - 0.5) < 1e-12)
  }

  @Test func marksOfOnesOwnHaveTheirWords() {
    let marks = [Axis.Mark(1, "1"), Axis.Mark(4, "4"), Axis.Mark(16, "∞")]
    let axis = Axis("x", scale: .logarithmic, marks: marks)
    #expect(labels(axis, [2, 3]) == ["1", "4", "∞"])
    let frame = axis.frame(of: [2, 3])
    let places = [1, 4, 16].map(frame.position)
    #expect(zip(places, [0.05, 0.5, 0.95]).allSatisfy { abs($0 - $1) < 1e-12 }, "\(places)")
    // A value beyond the marks still has a place.
    #expect(abs(axis.frame(of: [64]).position(of: 64) - 0.95) < 1e-12)
    // One mark makes no axis; round numbers do.
    #expect(labels(Axis("x", marks: [Axis.Mark(7, "seven")]), [7]) == ["6", "8"])
  }

  @Test func marksHoldAllValues() {
    for exponent in -6...6 {
      for factor in [1, 1.7, 4.99, 5, 9.3] {
        let largest =
          factor
          * (0..<abs(exponent)).reduce(1.0) { value, _ in
            exponent < 0 ? value / 10 : value * 10
          }
        for scale in [Axis.Scale.linear, .logarithmic] {
          let frame = Axis("x", scale: scale).frame(of: [largest / 7, largest])
          #expect(frame.position(of: largest / 7) >= -1e-9)
          #expect(frame.position(of: largest) <= 1 + 1e-9)
          #expect((2...12).contains(frame.ticks.count), "\(frame)")
        }
      }
    }
  }
}
