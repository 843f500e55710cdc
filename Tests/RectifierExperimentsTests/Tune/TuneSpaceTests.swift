// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNetworks
import Testing

@testable import RectifierExperiments

@Suite struct TuneSpaceTests {
  private func ranges(
    _ format: RowFormat? = nil, fixed: [String] = [],
    _ change: (inout TrainConfiguration) -> Void = { _ in }
  ) -> [String: RandomRange] {
    var base = TrainConfiguration(data: "digits")
    change(&base)
    let ranges = TuneSpace.ranges(around: base, isFixed: fixed.contains, format: format)
    return Dictionary(uniqueKeysWithValues: ranges.map { ($0.key, $0.range) })
  }

  private let all: Set = ["hidden", "learningRate", "optimizer", "activationL1", "targetZeros"]

  @Test func imagesHaveNoWords() {
    #expect(Set(ranges().keys) == all)
    #expect(Set(ranges(.csv).keys) == all)
    #expect(ranges()["learningRate"] == .logUniform(0.1 / 10...0.1 * 10))
  }

  @Test func textsHaveWords() {
    #expect(Set(ranges(.svmlight).keys) == all)
    let texts = all.union(["ngrams", "vocabulary"])
    #expect(Set(ranges(.fasttext).keys) == texts)
    #expect(Set(ranges(.csv) { $0.input.table.texts = ["review"] }.keys) == texts)
  }

  @Test func whatIsFixedIsNotSearched() {
    #expect(
      Set(ranges(fixed: ["hidden", "optimizer"]).keys) == all.subtracting(["hidden", "optimizer"]))
    // A rate is that of its optimizer, and one of two ways to zeros is enough.
    #expect(ranges(fixed: ["learningRate"])["optimizer"] == nil)
    #expect(Set(ranges(fixed: ["targetZeros"]).keys) == ["hidden", "learningRate", "optimizer"])
  }

  @Test func whatTheOptionsRefuseIsNotAmongTheChoices() {
    let tanh = ranges { $0.activations = [.tanh] }
    // A tanh unit is never silent, and without hidden layers it has no meaning.
    #expect(tanh["targetZeros"] == nil && tanh["activationL1"] != nil)
    guard case .choice(let widths) = tanh["hidden"] else {
      Issue.record("no widths")
      return
    }
    #expect(!widths.contains(.array([])) && widths.count == 7)
    let two = ranges { $0.activations = [.tanh, .rectifier] }
    #expect(two["hidden"] == .choice([JSONValue([300, 300]), JSONValue([1000, 1000])]))
    #expect(ranges { $0.epochCount = 1 }["targetZeros"] == nil)
    #expect(ranges { $0.pretrained = "layers" }["hidden"] == nil)
  }

  @Test func aRateIsNearTheDefaultOfItsOptimizer() {
    #expect(
      ranges(fixed: ["optimizer"]) { $0.optimizer = .adam() }["learningRate"]
        == .logUniform(0.001 / 10...0.001 * 10))
  }
}
