// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct NetworkZeroFractionTests {
  private let rowCount = 200

  private func subject(_ zeroFraction: Double, inputZeros: Double = 0) throws -> BenchSubject {
    var recipe = BenchRecipe()
    recipe.hiddenWidths = [40, 33, 17]
    recipe.inputCount = 50
    recipe.inputZeroFraction = inputZeros
    recipe.batchSizes = [10]
    return try BenchSubject.synthetic(
      recipe, zeroFraction: zeroFraction, execution: Execution(threadCount: 1))
  }

  @Test(arguments: [0, 0.5, 0.8, 0.95, 0.99])
  func everyLayerHasTheWantedZeros(wanted: Double) throws {
    let subject = try subject(wanted)
    let activity = LayerActivity.measure(
      subject.network, on: subject.data, batchSize: 32, execution: Execution(threadCount: 2))
    for found in activity.zeroFraction {
      // Half a row, and as much for what rounding does to sums beside the threshold.
      #expect(abs(found - wanted) <= 1 / Double(subject.data.rowCount), "\(found)")
    }
    #expect(activity.activeFraction[0] == 1)
  }

  @Test func noUnitIsFavoured() throws {
    let subject = try subject(0.9)
    guard case .floats(let rows) = subject.data.features else {
      Issue.record("no floats")
      return
    }
    let pass = ForwardPass(
      architecture: subject.network.architecture, rowCapacity: rows.rowCount, keepsSlopes: false)
    rows.withUnsafePointer {
      pass.run(
        subject.network, source: .rows($0), rowCount: rows.rowCount,
        execution: Execution(threadCount: 1))
    }
    for (layer, width) in subject.network.architecture.hiddenWidths.enumerated() {
      let stride = pass.inputStride(ofLayer: layer + 1)
      for unit in 0..<width {
        let active = (0..<rows.rowCount).count {
          pass.outputs[layer].pointer[$0 * stride + unit] > 0
        }
        #expect(abs(active - 102) <= 1, "unit \(unit) of layer \(layer)")
      }
    }
  }

  @Test func inputsHaveTheirOwnZeros() throws {
    let subject = try subject(0.5, inputZeros: 0.81)
    let activity = LayerActivity.measure(
      subject.network, on: subject.data, batchSize: 1, execution: Execution(threadCount: 1))
    #expect(abs(activity.activeFraction[0] - 0.19) < 0.01)
    #expect(activity.touchedFraction == activity.activeFraction)
  }

  @Test func trainingStepsOfTheBenchKeepTheZeros() throws {
    let subject = try subject(0.8)
    let execution = Execution(threadCount: 1)
    var options = subject.options
    options.learningRate = 1e-12
    let run = try TrainingRun(
      subject.network, training: subject.data, validation: subject.data, options: options,
      execution: execution)
    for _ in 0..<2 * run.stepCount { try run.timedStep() }
    #expect(run.last.network != subject.network, "steps that change nothing may be no steps")
    let before = LayerActivity.measure(
      subject.network, on: subject.data, batchSize: 8, execution: execution)
    let after = LayerActivity.measure(
      run.last.network, on: subject.data, batchSize: 8, execution: execution)
    #expect(before == after)
  }
}
