// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining
import Testing

@Suite struct RescalingTests {
  private let model: Model
  private let data: Dataset

  init() throws {
    let run = try SmallTraining.run()
    while try run.epoch() != nil {}
    model = run.last
    data = try SmallTraining.data("other", rowCount: 40)
  }

  private func factors(_ value: Float) -> [[Float]] {
    model.network.architecture.hiddenWidths.map { Array(repeating: value, count: $0) }
  }

  @Test func whatIsKnownOfTheModelStays() throws {
    let rescaling = try model.rescaled(by: factors(4))
    #expect(rescaling.isExact && rescaling.original == model && rescaling.factors == factors(4))
    #expect(rescaling.model.facts == model.facts && rescaling.model.labels == model.labels)
    #expect(rescaling.model.preprocessing == model.preprocessing)
    #expect(rescaling.model.network != model.network)
    #expect(
      try Evaluation.evaluate(rescaling.model, on: data) == Evaluation.evaluate(model, on: data))
  }

  @Test func powersOfTwoChangeNoLogit() throws {
    let check = try model.rescaled(by: factors(0.125)).check(on: data)
    #expect(check.sampleCount == 40 && check.changedOutputCount == 0)
    #expect(check.changedLabelCount == 0 && check.largestDifference == 0)
  }

  @Test func otherFactorsAreReported() throws {
    let rescaling = try model.rescaled(by: factors(3))
    let check = try rescaling.check(on: data)
    #expect(!rescaling.isExact && check.changedOutputCount > 0)
    #expect(check.largestDifference > 0 && check.largestDifference < 1e-4)
    let (before, after) = (try model.logits(for: data), try rescaling.model.logits(for: data))
    let largest = (0..<40).flatMap { row in
      zip(before.row(row), after.row(row)).map { abs($0 - $1) }
    }.max()
    #expect(check.largestDifference == largest)
    #expect(
      try rescaling.check(on: data, execution: Execution(threadCount: 1, instructionSet: .portable))
        == check)
  }

  @Test func otherFeaturesAreRefused() throws {
    let other = try Dataset(
      name: "narrow", features: .floats(Matrix(rowCount: 3, columnCount: 5)), targets: .none)
    #expect(throws: ModelError.self) { try model.rescaled(by: factors(2)).check(on: other) }
  }
}
