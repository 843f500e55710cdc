// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct UnitActivityTests {
  /// The first unit is max(0, x₀), the second never fires.
  @Test func byHand() throws {
    let data = try Dataset(
      name: "five", features: .floats(EvaluationTests.features), targets: .none)
    let activity = try UnitActivity.measure(EvaluationTests.model(), on: data)
    #expect(activity.sampleCount == 5)
    #expect(activity.activeCounts == [[4, 0]])
    #expect(activity.silentUnits == [[1]])
    #expect(activity.zeroFraction == [0.6])
    #expect(activity.unitsByFiringRate == [[0, 1]])
  }

  /// Against outputs that are not zero, over batches of 256 and a rest, and as evaluation counts.
  @Test(arguments: [1, 256, 523])
  func countsAreThoseOfTheFormulas(rowCount: Int) throws {
    let model = try CompactionTests.model()
    let data = try SmallTraining.data("asked", rowCount: rowCount)
    guard case .floats(let features) = data.features else { return }
    let oracle = DoubleNetwork(model.network)
    var expected = [[Int](repeating: 0, count: 8), [Int](repeating: 0, count: 5)]
    for row in features.doubleRows {
      let trace = oracle.trace(row)
      for layer in 0..<2 {
        for (unit, value) in trace.inputs[layer + 1].enumerated() where value != 0 {
          expected[layer][unit] += 1
        }
      }
    }
    for threadCount in [1, 2] {
      let activity = try UnitActivity.measure(
        model, on: data, execution: Execution(threadCount: threadCount))
      #expect(activity.sampleCount == rowCount && activity.activeCounts == expected)
      let evaluation = try Evaluation.evaluate(model, on: data)
      #expect(activity.zeroFraction == evaluation.zeroFraction)
      #expect(activity.silentUnits.map(\.count) == evaluation.deadUnitCount)
    }
  }

  @Test func equalRatesStayInOrder() throws {
    let model = try CompactionTests.model()
    let activity = try UnitActivity.measure(model, on: SmallTraining.data(rowCount: 4))
    for (counts, order) in zip(activity.activeCounts, activity.unitsByFiringRate) {
      #expect(order.sorted() == Array(counts.indices))
      #expect(Set(counts).count < counts.count)
      for (a, b) in zip(order, order.dropFirst()) {
        #expect(counts[a] > counts[b] || (counts[a] == counts[b] && a < b))
      }
    }
  }

  @Test func otherFeaturesAreRefused() throws {
    let data = try Dataset(
      name: "narrow", features: .floats(EvaluationTests.features), targets: .none)
    #expect(throws: ModelError.featureCountDiffers(data: "narrow", expected: 6, found: 2)) {
      try UnitActivity.measure(CompactionTests.model(), on: data)
    }
  }
}
