// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierAnalysis
@testable import RectifierExperiments

@Suite struct Figure3ResultsTests {
  private typealias Network = Figure3Results.Network

  private func results(_ networks: [Network]) -> Figure3Results {
    Figure3Results(dataName: "mnist", trialCount: 200, networks: networks, divergedCount: 1)
  }

  @Test func thePublishedNetworksHaveTheMomentsOfTheirTable() throws {
    #expect(Figure3Results.published.count == 170)
    func moments(_ range: Range<Double>) -> SampleMoments? {
      Figure3Results.published.filter { range.contains(100 * $0.zeroFraction) }.errorMoments
    }
    // As a spreadsheet computes them from the digitised points.
    for (range, count, mean, deviation) in [
      (72.0..<76, 43, 1.390, 0.062), (78..<80, 19, 1.360, 0.056), (92.5..<95, 17, 1.777, 0.104),
    ] {
      let found = try #require(moments(range))
      #expect(abs(Double(found.count - count)) <= 1, "\(range): \(found.count)")
      #expect(abs(100 * found.mean - mean) < 0.005, "\(range): \(found.mean)")
      #expect(abs(100 * (found.standardDeviation ?? 0) - deviation) < 0.005)
    }
    let best = Figure3Results.published.min { $0.testErrorRate < $1.testErrorRate }
    #expect(best?.testErrorRate == 1.22 / 100)
  }

  @Test func aNetworkBelongsToOneBin() throws {
    let zeros = [0, 0.0499, 0.05, 0.7999, 0.8, 0.8499, 0.9999, 1]
    let bins = results(
      zeros.map { Network(zeroFraction: $0, testErrorRate: 0.01, deadUnitCount: 0) }
    ).bins
    let counts = bins.filter { !$0.networks.isEmpty }.map { [$0.lowerBound, $0.networks.count] }
    #expect(counts == [[0, 2], [5, 1], [75, 1], [80, 2], [95, 2]])
    #expect(bins.reduce(0) { $0 + $1.published.count } == 170)
  }

  /// Claims are about ranges of bins, and have the bins' bounds.
  @Test func aNetworkAtABoundBelongsToWhatBeginsThere() {
    for lowerBound in stride(from: 0, through: 95, by: 5) {
      let bound = Double(lowerBound) / 100
      let network = Network(zeroFraction: bound, testErrorRate: 0.01, deadUnitCount: 0)
      #expect([network].with(zeros: lowerBound..<lowerBound + 5) == [network], "\(bound)")
      #expect([network].with(zeros: 0..<lowerBound).isEmpty, "\(bound)")
      #expect(results([network]).bins.first { !$0.networks.isEmpty }?.lowerBound == lowerBound)
    }
    let dead = Network(zeroFraction: 1, testErrorRate: 0.9, deadUnitCount: 3000)
    #expect([dead].with(zeros: 95..<100) == [dead] && [dead].with(zeros: 0..<95).isEmpty)
  }

  @Test func theDrawingTellsNetworksWithDeadUnitsApart() {
    let networks = (0..<30).map {
      Network(
        zeroFraction: 0.75 + Double($0) / 200, testErrorRate: 0.013 + Double($0) / 10_000,
        deadUnitCount: $0 < 25 ? 0 : $0)
    }
    let svg = results(networks).svg
    func count(_ text: String) -> Int { svg.ranges(of: text).count }
    // The points and one in the legend.
    #expect(count("class=\"m0 faint\"") == 170)
    #expect(count("class=\"m1 faint\"") == 25)
    #expect(count("class=\"m2 faint\"") == 5)
    #expect(svg.contains(">ours, 25 networks</text>"))
    #expect(svg.contains(">ours with dead units, 5</text>"))
    #expect(count(" bar\"") == 3)
    // A bin of one network has no mean of its own.
    #expect(results(Array(networks.prefix(11))).svg.ranges(of: " bar\"").count == 1)
  }

  @Test func theDocumentHasItsKeys() {
    let json = results([Network(zeroFraction: 0.81, testErrorRate: 0.02, deadUnitCount: 3)]).json
    let bin = json["bins"]?.arrayValue?.first { $0["networkCount"] == 1 }
    #expect(json["trialCount"] == 200 && json["divergedCount"] == 1)
    #expect(bin?["zeroFraction"] == [.number(0.8), .number(0.85)])
    #expect(bin?["testErrorRate"] == .number(0.02))
    #expect(bin?["standardDeviation"] == .null)
    #expect(bin?["withDeadUnitsCount"] == 1)
  }
}
