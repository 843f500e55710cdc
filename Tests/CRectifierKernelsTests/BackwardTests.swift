// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import CRectifierKernelsReference
import Testing

@Suite("Backward pass")
struct BackwardTests {
  @Test("Gives the twin's bits", arguments: Array(Shape.table.enumerated()).map(\.offset))
  func twin(number: Int) {
    let fixture = BackwardFixture(Shape.table[number])
    fixture.expectTwin(.number(number))
    fixture.expectTwin(.number(number + 3))
  }

  @Test("Every choice of slope, penalty, gradient, input delta and rule", arguments: 0..<60)
  func options(number: Int) {
    BackwardFixture(Shape(inputs: 5, outputs: 130, rows: 7, density: 0.5))
      .expectTwin(.number(number))
  }

  @Test("Visiting every input changes no bit behind a rectifier")
  func everyInput() {
    let fixture = BackwardFixture.growingRows()
    for slope in [BackwardOptions.Slope.none, .sign] {
      for set in KernelSet.available {
        let results = [false, true].map { everyInput in
          let result = BackwardResult(fixture.forward)
          for place in 0..<result.inputDelta.count {
            let isPadding = place % fixture.shape.inputStride >= fixture.shape.inputs
            result.inputDelta[place] = isPadding ? 12345 : 0
          }
          let options = BackwardOptions(slope: slope, everyInput: everyInput, l1: 0.01)
          fixture.run(set, fixture.job(options, into: result))
          return result
        }
        results[1].expect(results[0], "\(KernelSet.name(set)), \(slope)")
      }
    }
  }

  @Test("Rows with 0 to 20 active samples", arguments: [false, true])
  func activeSamples(everyInput: Bool) {
    let fixture = BackwardFixture.growingRows()
    for slope in BackwardOptions.Slope.allCases {
      for wantsGradient in [false, true] {
        fixture.expectTwin(
          BackwardOptions(
            slope: slope, everyInput: everyInput, wantsGradient: wantsGradient, l1: 0.01))
      }
    }
  }

  @Test("All dot products read the old weights")
  func oldWeights() {
    let fixture = BackwardFixture.growingRows()
    let fast = fixture.expectTwin(BackwardOptions(rate: 100))
    let still = fixture.expectTwin(BackwardOptions(rate: 0))
    fast.inputDelta.expectBits(of: still.inputDelta, "input delta")
  }

  @Test("Any split of the inputs gives the same bits", arguments: [false, true])
  func splits(everyInput: Bool) {
    let shape = Shape(inputs: 257, outputs: 130, rows: 9, density: 0.3)
    let fixture = BackwardFixture(shape)
    let options = BackwardOptions(slope: .values, everyInput: everyInput, l1: 0.01)
    let whole = fixture.twin(options)
    for cuts in [[0, 257], [0, 1, 127, 129, 256, 257], [0, 128, 257], [0, 100, 100, 257]] {
      for set in KernelSet.available {
        let result = BackwardResult(fixture.forward)
        var job = fixture.job(options, into: result)
        for (begin, end) in zip(cuts, cuts.dropFirst()).reversed() {
          (job.first_input, job.range_count) = (begin, end - begin)
          fixture.run(set, job)
        }
        result.expect(whole, "\(KernelSet.name(set)), cut at \(cuts)")
      }
    }
  }

  @Test("One sample, with vectors of columns that have no delta", arguments: [false, true])
  func oneSample(wantsInputDelta: Bool) {
    let shape = Shape(inputs: 1100, outputs: 300, rows: 1, density: 0.4)
    let fixture = BackwardFixture(shape)
    for output in 0..<shape.outputs where output / 16 % 3 != 1 || output % 5 == 0 {
      fixture.delta[output] = output % 2 == 0 ? 0 : -0.0
    }
    for input in 0..<shape.inputs { fixture.forward.weights[shape.weightPlace(input, 17)] = -0.0 }
    let options = BackwardOptions(slope: .sign, wantsInputDelta: wantsInputDelta, l1: 0.01)
    let whole = fixture.expectTwin(options)
    for set in KernelSet.available {
      let result = BackwardResult(fixture.forward)
      var job = fixture.job(options, into: result)
      for (begin, end) in [(1025, 1100), (0, 63), (63, 1025)] {
        (job.first_input, job.range_count) = (begin, end - begin)
        fixture.run(set, job)
      }
      result.expect(whole, KernelSet.name(set))
    }
  }

  @Test("Rows active in no sample, unlisted input deltas and padding stay as they were")
  func untouched() {
    let shape = Shape(inputs: 17, outputs: 130, rows: 4, density: 1)
    let fixture = BackwardFixture(shape)
    fixture.forward.fillInput { row, input in input % 3 == 0 || row == input % 4 ? 0 : 1 }
    for input in stride(from: 0, to: shape.inputs, by: 3) {
      fixture.forward.weights[shape.weightPlace(input, 5)] = -0.0
    }
    for set in KernelSet.available {
      let result = BackwardResult(fixture.forward)
      fixture.run(set, fixture.job(BackwardOptions(), into: result))
      for input in 0..<shape.inputs {
        for output in 0..<shape.outputStride {
          let place = shape.weightPlace(input, output)
          let isSame =
            result.weights[place].bitPattern == fixture.forward.weights[place].bitPattern
          #expect(isSame == (input % 3 == 0 || output >= shape.outputs))
        }
        for row in 0..<shape.rows {
          let listed = fixture.forward.input[row * shape.inputStride + input] != 0
          #expect((result.inputDelta[row * shape.inputStride + input] != 12345) == listed)
        }
      }
    }
  }

  @Test("A row that no sample needs gets a zero gradient")
  func zeroGradient() {
    let fixture = BackwardFixture(Shape(inputs: 3, outputs: 130, rows: 4, density: 0))
    let result = fixture.expectTwin(BackwardOptions(wantsGradient: true))
    #expect((0..<result.gradient.count).allSatisfy { result.gradient[$0].bitPattern == 0 })
  }
}

@Suite("Backward pass at the edges of numbers")
struct BackwardEdgeTests {
  private let shape = Shape(inputs: 21, outputs: 130, rows: 11, density: 0.7)
  private let variants = (0..<12).map(BackwardOptions.number)

  @Test("Products that underflow and denormal values")
  func underflow() {
    let fixture = BackwardFixture(shape)
    let denormal = Float.leastNormalMagnitude / 8
    for place in 0..<fixture.forward.weights.count { fixture.forward.weights[place] *= 1e-19 }
    for place in 0..<fixture.delta.count {
      fixture.delta[place] *= place % 5 == 0 ? 1e-19 : 1e-30
      if place % 16 == 7 && place % shape.outputStride < shape.outputs {
        fixture.delta[place] = -denormal
      }
    }
    fixture.forward.fillInput { row, input in
      (row + input) % 4 == 0 ? denormal : (row + input) % 4 == 1 ? -1e-19 : 0.01
    }
    for options in variants {
      let result = fixture.expectTwin(options)
      for place in 0..<result.inputDelta.count {
        let value = result.inputDelta[place]
        #expect(value.bitPattern == 0 || value.isNormal)
      }
    }
  }

  @Test("A gradient whose terms all underflow is +0, also below zero")
  func underflowingGradient() {
    let fixture = BackwardFixture(shape)
    for place in 0..<fixture.delta.count { fixture.delta[place] = min(fixture.delta[place], 0) }
    for place in 0..<fixture.delta.count { fixture.delta[place] *= 1e-20 }
    fixture.forward.fillInput { row, input in row < input % 12 ? 1e-20 : 0 }
    let result = fixture.expectTwin(BackwardOptions(wantsGradient: true))
    #expect((0..<result.gradient.count).allSatisfy { result.gradient[$0].bitPattern == 0 })
  }

  @Test("Negative zeros of inputs and deltas")
  func negativeZero() {
    let fixture = BackwardFixture(shape)
    for row in 0..<shape.rows {
      for output in 0..<shape.outputs where (row + output) % 3 > 0 {
        fixture.delta[row * shape.outputStride + output] = -0.0
      }
    }
    fixture.forward.fillInput { row, input in (row + input) % 2 == 0 ? -0.0 : 1 }
    for options in variants { fixture.expectTwin(options) }
  }

  @Test("A NaN delta reaches what it enters", arguments: [Float.nan, .infinity, -.infinity])
  func nonFinite(value: Float) {
    let fixture = BackwardFixture(shape)
    fixture.forward.fillInput { row, input in row == input ? 0 : 1 }
    fixture.delta[2 * shape.outputStride + 129] = value
    for options in variants { fixture.expectTwin(options) }
    let result = fixture.expectTwin(BackwardOptions())
    for input in 0..<shape.inputs where input != 2 {
      #expect(!result.weights[shape.weightPlace(input, 129)].isFinite)
      #expect(!result.inputDelta[2 * shape.inputStride + input].isFinite)
    }
  }

  @Test("A NaN input is active and reaches its row's weights")
  func notANumber() {
    let fixture = BackwardFixture(shape)
    fixture.forward.input[3 * shape.inputStride + 4] = .nan
    fixture.forward.listInput()
    for options in variants { fixture.expectTwin(options) }
    let result = fixture.expectTwin(BackwardOptions())
    #expect((0..<shape.outputs).allSatisfy { result.weights[shape.weightPlace(4, $0)].isNaN })
  }
}
