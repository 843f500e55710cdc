// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining
import Testing

@testable import RectifierAnalysis

@Suite struct GroupJackknifeTests {
  /// Of a mean of equal groups, the pseudo-values are the groups' means.
  @Test func ofAMeanItIsStudents() throws {
    let values = (0..<40).map { Double(($0 * 17) % 23) }
    func mean(without omitted: Int?) -> Double? {
      let kept = values.indices.filter { $0 % GroupJackknife.groupCount != omitted }
      return kept.reduce(0) { $0 + values[$1] } / Double(kept.count)
    }
    let groups = (0..<10).map { g in
      stride(from: g, to: 40, by: 10).reduce(0) { $0 + values[$1] } / 4
    }
    let expected = try #require(SampleMoments(groups))
    let found = try #require(GroupJackknife.estimate(sampleCount: 40, mean))
    #expect(abs(found.value - expected.mean) < 1e-12)
    #expect(abs(found.interval95!.lowerBound - expected.interval95!.lowerBound) < 1e-9)
    #expect(abs(found.interval95!.upperBound - expected.interval95!.upperBound) < 1e-9)
  }

  @Test func whereThereIsNone() {
    #expect(GroupJackknife.estimate(sampleCount: 40) { _ in nil } == nil)
    #expect(GroupJackknife.estimate(sampleCount: 9) { _ in 2 } == Estimate(2))
    #expect(GroupJackknife.estimate(sampleCount: 40) { $0 == 3 ? nil : 2 } == Estimate(2))
    #expect(
      GroupJackknife.estimate(sampleCount: 10) { _ in 2 } == Estimate(2, interval95: 2...2))
  }
}
