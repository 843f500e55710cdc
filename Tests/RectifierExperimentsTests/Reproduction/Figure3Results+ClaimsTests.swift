// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import Testing

@testable import RectifierAnalysis
@testable import RectifierExperiments

@Suite struct Figure3ClaimsTests {
  private typealias Network = Figure3Results.Network

  private func results(_ networks: [Network]) -> Figure3Results {
    Figure3Results(dataName: "mnist", trialCount: 200, networks: networks, divergedCount: 0)
  }

  /// So many networks around an error, 0.05 points apart at most, all with about so many zeros.
  private func group(
    _ count: Int, zeros: Double, error: Double, penalty: Float
  ) -> [Network] {
    (0..<count).map { number in
      Network(
        zeroFraction: zeros + Double(number) * 1e-4,
        testErrorRate: error + Double(number % 3 - 1) * 2.5e-4, deadUnitCount: 0,
        activationL1: penalty)
    }
  }

  /// The curve that the paper draws is the one through the points that were read off it.
  @Test func thePublishedCurveFitsThePublishedNetworks() throws {
    let fit = try #require(Figure3Results.published.fit)
    #expect(abs(fit.expanded.quadratic - Figure3Results.publishedFit.quadratic) < 2e-5)
    #expect(abs(fit.expanded.linear - Figure3Results.publishedFit.linear) < 2e-3)
    #expect(abs(fit.expanded.constant - Figure3Results.publishedFit.constant) < 0.1)
    let minimum = try #require(fit.minimum)
    #expect(abs(minimum.x.value - Figure3Results.publishedMinimum.zeros) < 0.1)
    #expect(abs(minimum.y.value - Figure3Results.publishedMinimum.error) < 0.005)
  }

  @Test func networksBeyondThePapersZerosDoNotBendTheCurve() throws {
    let within = group(30, zeros: 0.98, error: 0.02, penalty: 0.001)
    let beyond = Network(
      zeroFraction: 0.995, testErrorRate: 0.2, deadUnitCount: 0, activationL1: 0.01)
    let alone = results(within)
    let both = results(within + [beyond])
    #expect(both.withinPublished == within)
    #expect(both.json["fit"] == alone.json["fit"] && alone.json["fit"] != .null)
  }

  /// SciPy 1.17: ttest_ind(equal_var=False) over the digitised points.
  @Test func thePublishedNetworksAreFlatTo85PercentAndRiseFromThere() throws {
    let found = results([]).comparisons
    let expected = [
      (0.01777, -0.02042...0.05595), (0.11114, 0.0772...0.14509), (0.38969, 0.33499...0.44438),
    ]
    for (comparison, (difference, range)) in zip(found, expected) {
      let published = try #require(comparison.published)
      #expect(abs(100 * published.difference - difference) < 1e-4)
      #expect(abs(100 * published.interval95.lowerBound - range.lowerBound) < 2e-4)
      #expect(abs(100 * published.interval95.upperBound - range.upperBound) < 2e-4)
      #expect(comparison.ours == nil)
    }
  }

  @Test func binsWithFewNetworksAreNamed() {
    let networks =
      group(15, zeros: 0.76, error: 0.014, penalty: 0)
      + group(14, zeros: 0.81, error: 0.014, penalty: 1e-5)
      + group(20, zeros: 0.86, error: 0.014, penalty: 1e-4)
    let found = results(networks)
    #expect(found.thinBins.map(\.zeros) == [80..<85, 90..<95])
    #expect(found.thinBins.map(\.networkCount) == [14, 0])
    #expect(
      found.warnings == [
        "fewer than 15 networks in five points of zeros: 14 with 80 … 85 % zeros, 0 with 90 … 95 % zeros"
      ])
    #expect(found.json["warnings"] == JSONValue(found.warnings))
    let filled =
      networks + group(15, zeros: 0.92, error: 0.016, penalty: 1e-3)
      + group(1, zeros: 0.84, error: 0.014, penalty: 1e-5)
    #expect(results(filled).warnings == [] && results(filled).json["warnings"] == [])
  }

  @Test func whetherAPenaltyHelpsIsTested() throws {
    func findings(plain: Double, best: Double) throws -> (gain: WelchDifference, text: String) {
      let others: [Network] = [0.76, 0.86, 0.91].flatMap {
        group(15, zeros: $0, error: 0.02, penalty: 1e-3)
      }
      let found = results(
        others + group(20, zeros: 0.77, error: plain, penalty: 0)
          + group(15, zeros: 0.81, error: best, penalty: 1e-5)
          // Too few to be the best, however good.
          + group(14, zeros: 0.96, error: 0.001, penalty: 1e-2))
      #expect(found.withoutPenalty?.errors.count == 20)
      #expect(found.withoutPenalty?.bestZeros == 80..<85)
      let text = try #require(found.findings.first { $0.contains("without penalty") })
      return (try #require(found.withoutPenalty?.gain), text)
    }
    let same = try findings(plain: 0.014, best: 0.014)
    #expect(same.gain.interval95.contains(0) && same.text.contains("do not show that a penalty"))
    let better = try findings(plain: 0.015, best: 0.014)
    #expect(abs(better.gain.difference - 0.001) < 1e-4)
    #expect(better.text.contains("So penalised networks are more accurate there"))
    let worse = try findings(plain: 0.013, best: 0.014)
    #expect(worse.gain.interval95.upperBound < 0)
    #expect(worse.text.hasSuffix("So networks without penalty err less than these."))
  }

  /// The best is not known while better five points may lie where networks are missing.
  @Test(arguments: [
    ([14, 14, 14, 14], false), ([15, 15, 15, 14], false), ([15, 15, 15, 15], true),
  ])
  func aFullBinIsTheBestOnlyAmongFullOnes(counts: [Int], isKnown: Bool) {
    let good: [Network] = zip([0.76, 0.81, 0.86, 0.91], counts).flatMap { zeros, count in
      group(count, zeros: zeros, error: 0.014, penalty: 1e-5)
    }
    let found = results(
      group(20, zeros: 0.77, error: 0.014, penalty: 0) + good
        + group(17, zeros: 0.97, error: 0.023, penalty: 1e-2))
    #expect(found.withoutPenalty?.errors.count == 20)
    #expect((found.withoutPenalty?.bestZeros != nil) == isKnown)
    #expect((found.withoutPenalty?.bestErrors != nil) == isKnown)
    #expect((found.withoutPenalty?.gain != nil) == isKnown)
    #expect(found.findings.contains { $0.contains("penalty") } == isKnown)
    #expect(found.withoutPenalty?.bestZeros != 95..<100)
  }

  @Test(arguments: [(14, 20), (20, 14), (15, 16)])
  func aComparisonNeedsNetworksOnBothSides(count: Int, referenceCount: Int) throws {
    let found = results(
      group(count, zeros: 0.81, error: 0.016, penalty: 1e-4)
        + group(referenceCount, zeros: 0.76, error: 0.014, penalty: 1e-5))
    let comparison = try #require(found.comparisons.first)
    let isSufficient = count == 15
    #expect(comparison.networkCount == count && comparison.referenceCount == referenceCount)
    #expect((comparison.ours != nil) == isSufficient)
    // No networks have 85 % zeros or more, so the other comparisons have none on one side.
    let sentences = found.findings.filter { $0.contains("err by") }
    #expect(sentences.count == (isSufficient ? 1 : 0))
    #expect(
      sentences.allSatisfy {
        $0.hasSuffix("more than those with 70 … 80 % (15 networks against 16): higher.")
      })
    let json = found.json["comparisons"]?.arrayValue?.first
    #expect(json?["networkCount"] == JSONValue(count))
    #expect(json?["referenceNetworkCount"] == JSONValue(referenceCount))
    #expect((json?["difference"] != .null) == isSufficient)
  }

  @Test func withoutNetworksThereIsNothingToSay() {
    #expect(results([]).findings == [])
    #expect(results([]).withoutPenalty == nil)
    #expect(results([]).json["fit"] == .null && results([]).json["withoutPenalty"] == .null)
    let one = results(group(1, zeros: 0.8, error: 0.014, penalty: 0))
    #expect(one.findings == [] && one.withoutPenalty?.gain == nil)
  }

  @Test func theDocumentHasTheClaims() throws {
    let others =
      group(15, zeros: 0.76, error: 0.0141, penalty: 1e-6)
      + group(15, zeros: 0.86, error: 0.0151, penalty: 1e-4)
    let json = results(
      others + group(20, zeros: 0.77, error: 0.014, penalty: 0)
        + group(15, zeros: 0.81, error: 0.014, penalty: 1e-5)
        + group(15, zeros: 0.92, error: 0.018, penalty: 1e-3)
    ).json
    #expect(json["withoutPenalty"]?["bestZeroFraction"] == [.number(0.8), .number(0.85)])
    #expect(json["withoutPenalty"]?["gain"]?["interval95"]?.arrayValue?.count == 2)
    #expect(
      json["fit"]?["minimumTestErrorRate"]?.doubleValue.map { (0.013...0.015).contains($0) } == true
    )
    let last = json["comparisons"]?.arrayValue?.last
    #expect(last?["referenceZeroFraction"] == [.number(0.7), .number(0.85)])
    #expect(abs((last?["difference"]?["difference"]?.doubleValue ?? 0) - 0.004) < 1e-4)
  }
}
