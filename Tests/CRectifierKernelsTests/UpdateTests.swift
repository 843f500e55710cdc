// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import CRectifierKernelsReference
import Testing

@Suite("Update rules")
struct UpdateTests {
  struct Choice: Sendable, CustomStringConvertible {
    let rule: Int
    let weightL2: Float

    var description: String { "rule \(rule), weight L2 \(weightL2)" }
  }

  private static let choices = UpdateRule.all.indices.flatMap { rule in
    [Choice(rule: rule, weightL2: 0), Choice(rule: rule, weightL2: 0.02)]
  }

  private func options(
    _ choice: Choice, everyInput: Bool = false, wantsGradient: Bool = false
  ) -> BackwardOptions {
    BackwardOptions(
      everyInput: everyInput, wantsGradient: wantsGradient, l1: 0.01, weightL2: choice.weightL2,
      rule: UpdateRule.all[choice.rule])
  }

  @Test("Rows with 0 to 20 active samples take the twin's bits", arguments: choices)
  func rows(choice: Choice) {
    let fixture = BackwardFixture.growingRows()
    for slope in BackwardOptions.Slope.allCases {
      for (everyInput, wantsInputDelta) in [(false, true), (true, true), (false, false)] {
        var options = options(choice, everyInput: everyInput)
        (options.slope, options.wantsInputDelta) = (slope, wantsInputDelta)
        fixture.expectTwin(options)
      }
    }
  }

  @Test("Sparse and dense leave the same weights and moments", arguments: choices)
  func everyInput(choice: Choice) {
    let fixture = BackwardFixture.growingRows()
    for set in KernelSet.available {
      let results = [false, true].map { everyInput in
        let result = BackwardResult(fixture.forward)
        var options = options(choice, everyInput: everyInput)
        options.wantsInputDelta = false
        fixture.run(set, fixture.job(options, into: result))
        return result
      }
      results[1].expect(results[0], "\(KernelSet.name(set)), \(choice)")
    }
  }

  @Test("The gradient, applied apart, gives the bits of the pass in place", arguments: choices)
  func unfused(choice: Choice) {
    let fixture = BackwardFixture.growingRows()
    for set in KernelSet.available {
      let fused = BackwardResult(fixture.forward)
      fixture.run(set, fixture.job(options(choice), into: fused))
      let unfused = BackwardResult(fixture.forward)
      let begun = MomentBuffers(copying: unfused.moments)
      fixture.run(set, fixture.job(options(choice, wantsGradient: true), into: unfused))
      unfused.weights.expectBits(of: fixture.forward.weights, "weights beside a gradient")
      unfused.moments.expectBits(of: begun, "beside a gradient")
      var update = options(choice).update
      rectifier_apply(
        set, &update, unfused.weights.pointer, unfused.moments.pointers, unfused.gradient.pointer,
        unfused.weights.count)
      unfused.weights.expectBits(of: fused.weights, KernelSet.name(set))
      unfused.inputDelta.expectBits(of: fused.inputDelta, KernelSet.name(set))
      unfused.moments.expectBits(of: fused.moments, KernelSet.name(set))
    }
  }

  @Test("A row that no sample needs decays, but for plain descent", arguments: choices)
  func restingRows(choice: Choice) {
    let fixture = BackwardFixture(Shape(inputs: 3, outputs: 130, rows: 4, density: 0))
    let result = fixture.expectTwin(options(choice))
    let isPlain = choice.rule == 0 && choice.weightL2 == 0
    let place = fixture.shape.weightPlace(1, 129)
    #expect((result.weights[place] == fixture.forward.weights[place]) == isPlain)
    let padding = fixture.shape.weightPlace(1, 130)
    #expect(result.weights[padding].bitPattern == 0)
    #expect(result.moments.first[padding].bitPattern == 0)
    #expect(result.moments.second[padding].bitPattern == 0)
  }

  @Test("Any split of the inputs gives the same bits", arguments: choices)
  func splits(choice: Choice) {
    let fixture = BackwardFixture(Shape(inputs: 140, outputs: 130, rows: 9, density: 0.2))
    let whole = fixture.twin(options(choice))
    let cuts = [0, 1, 127, 129, 140]
    for set in KernelSet.available {
      let result = BackwardResult(fixture.forward)
      var job = fixture.job(options(choice), into: result)
      for (begin, end) in zip(cuts, cuts.dropFirst()).reversed() {
        (job.first_input, job.range_count) = (begin, end - begin)
        fixture.run(set, job)
      }
      result.expect(whole, "\(KernelSet.name(set)), \(choice)")
    }
  }

  @Test("Underflow, negative zeros and NaN in parameters, moments and gradients", arguments: 0..<4)
  func edges(rule: Int) {
    let values: [Float] = [
      0, -0.0, 1, -1, 0x1p-130, -0x1p-130, 1.2e-38, -1.3e-38, 1e-19, 1e-23, 3e38, -1e20, .infinity,
      -.infinity, .nan, 0.1,
    ]
    let count = values.count * values.count
    let parameters = KernelBuffer<Float>(count: count)
    let gradient = KernelBuffer<Float>(count: count)
    let begun = MomentBuffers(like: parameters)
    for place in 0..<count {
      parameters[place] = values[place * 7 % 16]
      gradient[place] = values[place / 16]
      begun.first[place] = values[place % 16]
      begun.second[place] = values[place * 5 % 16].magnitude
    }
    for rate: Float in [0, 0.1, 3] {
      var update = rectifier_update.kernel(UpdateRule.all[rule], rate: rate)
      let expected = KernelBuffer(copying: parameters)
      let expectedMoments = MomentBuffers(copying: begun)
      rectifier_apply_reference(
        &update, expected.pointer, expectedMoments.pointers, gradient.pointer, count)
      for set in KernelSet.available {
        let (result, moments) = (KernelBuffer(copying: parameters), MomentBuffers(copying: begun))
        rectifier_apply(
          set, &update, result.pointer, moments.pointers, gradient.pointer, count)
        result.expectBits(of: expected, "\(KernelSet.name(set)), rate \(rate)")
        moments.expectBits(of: expectedMoments, "\(KernelSet.name(set)), rate \(rate)")
      }
    }
  }
}
