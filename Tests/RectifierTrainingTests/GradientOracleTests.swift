// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import Testing

/// The first step: the oracle's analytic gradient against differences of its objective.
@Suite struct GradientOracleTests {
  /// The differences reach 2 steps, the nearest kink is at least 200 away.
  static let step = 1e-4
  static let margin = 0.02

  @Test(arguments: GradientCase.all)
  func backpropagationGivesTheSlopeOfTheObjective(_ example: GradientCase) throws {
    let problem = try example.problem(
      inputCount: 4, hiddenWidths: [5, 4], rowCount: 3, margin: Self.margin)
    let (rows, targets) = (problem.batch.doubleRows, problem.oracleTargets)
    var network = problem.oracle
    let gradient = network.gradient(of: rows, targets).exact

    func difference(_ path: WritableKeyPath<DoubleNetwork, Double>) -> Double {
      let value = network[keyPath: path]
      func at(_ steps: Double) -> Double {
        network[keyPath: path] = value + steps * Self.step
        return network.objective(rows, targets)
      }
      let slope = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * Self.step)
      network[keyPath: path] = value
      return slope
    }
    /// 1e-6 of the derivative; beside it what rounding leaves of J over the step.
    func expect(_ difference: Double, _ derivative: Double) {
      #expect(abs(difference - derivative) <= 1e-6 * abs(derivative) + 1e-11)
    }
    for l in network.layers.indices {
      for k in network.layers[l].weights.indices {
        expect(difference(\.layers[l].weights[k]), gradient.weights[l][k])
      }
      for k in network.layers[l].biases.indices {
        expect(difference(\.layers[l].biases[k]), gradient.biases[l][k])
      }
    }
    #expect(gradient.flat.contains { abs($0) > 1e-3 })
  }

  /// The golden numbers come from differences in 60 digits: Golden/make_gradients.py.
  @Test(arguments: goldenGradients.indices)
  func backpropagationGivesTheGoldenGradients(index: Int) throws {
    let golden = goldenGradients[index]
    let problem = try GoldenProblem.problem(activation: golden.activation, head: golden.head)
    let gradient = problem.oracle.gradient(of: problem.batch.doubleRows, problem.oracleTargets)
    #expect(gradient.exact.flat.count == golden.gradient.count)
    for (found, expected) in zip(gradient.exact.flat, golden.gradient) {
      #expect(abs(found - expected) <= 1e-12 * max(abs(expected), 0.01))
    }
  }

  @Test func theOraclesSubgradients() {
    let kinked: [Activation] = [.rectifier, .rectifiedTanh, .absoluteTanh, .leakyIntegrateAndFire]
    for activation in kinked {
      #expect(activation.oracleDerivative(0) == 0 && activation.oracleDerivative(-1e-9) <= 0)
    }
    let slope = Activation.leakyIntegrateAndFire.oracleDerivative(1e-3)
    #expect(abs(slope - 7.9101277698) < 1e-9)
    #expect(Activation.leakyIntegrateAndFire.oracleDerivative(1e-9) == slope)
  }
}
