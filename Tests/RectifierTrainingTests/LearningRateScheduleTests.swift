// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct LearningRateScheduleTests {
  private func options(
    _ schedule: LearningRateSchedule, epochCount: Int = 4, rate: Float = 0.3
  ) -> TrainingOptions {
    TrainingOptions(
      activationL1: [], learningRate: rate, schedule: schedule, epochCount: epochCount)
  }

  @Test func constantIsConstant() {
    let options = options(.constant)
    for (epoch, step) in [(1, 1), (1, 7), (4, 7)] {
      #expect(options.learningRate(epoch: epoch, step: step, stepCount: 7) == 0.3)
    }
  }

  @Test func exponentialIsAPowerOfTheEpoch() {
    let options = options(.exponential(0.9), epochCount: 200)
    #expect(options.learningRate(epoch: 1, step: 1, stepCount: 7) == 0.3)
    for epoch in 1...200 {
      let exact = Double(0.3 as Float) * pow(Double(0.9 as Float), Double(epoch - 1))
      let rates = [1, 4, 7].map { options.learningRate(epoch: epoch, step: $0, stepCount: 7) }
      #expect(Set(rates).count == 1)
      #expect(rates[0].ulps(from: exact, measure: exact) <= 0.501)
    }
  }

  @Test(arguments: [(1, 1), (4, 7), (20, 6000)])
  func cosineGoesFromAllToNearlyNothing(epochCount: Int, stepCount: Int) {
    let options = options(.cosine, epochCount: epochCount)
    let total = epochCount * stepCount
    var last = Float.infinity
    for t in stride(from: 0, to: total, by: max(1, total / 1000)) {
      let rate = options.learningRate(
        epoch: t / stepCount + 1, step: t % stepCount + 1, stepCount: stepCount)
      let half = cos(Double.pi / 2 * Double(t) / Double(total))
      let exact = Double(0.3 as Float) * half * half
      #expect(rate.ulps(from: exact, measure: Double(0.3)) <= 2)
      #expect(rate > 0 && rate < last)
      last = rate
    }
    #expect(options.learningRate(epoch: 1, step: 1, stepCount: stepCount) == 0.3)
    let end = options.learningRate(epoch: epochCount, step: stepCount, stepCount: stepCount)
    #expect(end > 0)
    // (π / 2T)² of it.
    if total > 1 { #expect(end < 0.3 * 2.5 / Float(total * total)) }
  }

  static let some: [LearningRateSchedule] = [
    .constant, .cosine, .exponential(0.95), .exponential(1),
  ]

  @Test(arguments: some)
  func namesReadBack(schedule: LearningRateSchedule) throws {
    #expect(LearningRateSchedule(name: schedule.name) == schedule)
    let data = try JSONEncoder().encode([schedule])
    #expect(try JSONDecoder().decode([LearningRateSchedule].self, from: data) == [schedule])
  }

  @Test(arguments: [
    "", "cosine:1", "constant:", "exponential", "exponential:", "exponential:0", "exponential:-1",
    "exponential:1.1", "exponential:nan", "exponential:x", "Cosine",
  ])
  func noSchedule(name: String) {
    #expect(LearningRateSchedule(name: name) == nil)
  }

  /// As options were encoded before there were schedules.
  @Test func optionsWithoutScheduleAndWeightL2AreDecoded() throws {
    var options = options(.cosine)
    options.weightL2 = 0.5
    let data = try JSONEncoder().encode(options)
    #expect(try JSONDecoder().decode(TrainingOptions.self, from: data) == options)
    var object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    object["schedule"] = nil
    object["weightL2"] = nil
    let old = try JSONDecoder().decode(
      TrainingOptions.self, from: JSONSerialization.data(withJSONObject: object))
    (options.schedule, options.weightL2) = (.constant, 0)
    #expect(old == options)
  }
}
