// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierPlots

@Suite struct HistogramTests {
  @Test func everyValueIsInOneBin() {
    let bins = Histogram.bins(of: [0, 24.9, 25, 50, 75, 99, 100], in: 0...100, count: 4)
    #expect(bins.map(\.count) == [2, 1, 1, 3])
    #expect(bins.map(\.range) == [0...25, 25...50, 50...75, 75...100])
    #expect(Histogram.bins(of: [], in: 0...1, count: 3).map(\.count) == [0, 0, 0])
  }

  @Test func aHistogramIsItsSnapshot() throws {
    let rates = (0..<60).map { Double($0 * $0 % 100) }
    let histogram = Histogram(
      title: "Firing rates & more", xAxis: Axis("rate, %", range: 0...100), yAxis: Axis("units"),
      bins: Histogram.bins(of: rates, in: 0...100, count: 10))
    try expectSnapshot(histogram.svg(), "histogram")
  }

  @Test func barsOfNoCountAreLeftOutAndTinyOnesAreSeen() {
    let histogram = Histogram(
      title: "", xAxis: Axis(""), yAxis: Axis(""),
      bins: [
        Histogram.Bin(0...1, count: 0), Histogram.Bin(1...2, count: 1),
        Histogram.Bin(2...3, count: 100_000),
      ])
    let bars = histogram.lines(width: 300, height: 200).filter { $0.hasPrefix("<rect") }
    #expect(bars.count == 2)
    #expect(bars[0].contains("height=\"1\""))
  }
}
