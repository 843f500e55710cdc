// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// Both steps for denoising autoencoders: the oracle's gradient against differences of its objective,
/// then the product's against the oracle's.
@Suite struct AutoencoderGradientTests {
  private func exactGradient(
    _ problem: GradientProblem, tied: Bool
  ) -> (exact: OracleGradient, magnitudes: OracleGradient) {
    let rows = problem.batch.doubleRows
    return tied
      ? problem.oracle.tiedGradient(of: rows, problem.oracleTargets)
      : problem.oracle.gradient(of: rows, problem.oracleTargets)
  }

  /// Tied weights move together.
  @Test(arguments: AutoencoderGradientCase.all)
  func backpropagationGivesTheSlopeOfTheObjective(_ example: AutoencoderGradientCase) throws {
    let problem = try example.problem(
      inputCount: 4, width: 3, rowCount: 2, margin: GradientOracleTests.margin)
    let (rows, targets) = (problem.batch.doubleRows, problem.oracleTargets)
    let gradient = exactGradient(problem, tied: example.tiesWeights).exact
    let step = GradientOracleTests.step

    func expect(
      _ derivative: Double, _ move: (inout DoubleNetwork, Double) -> Void
    ) {
      func at(_ steps: Double) -> Double {
        var network = problem.oracle
        move(&network, steps * step)
        return network.objective(rows, targets)
      }
      let slope = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step)
      #expect(abs(slope - derivative) <= 1e-6 * abs(derivative) + 1e-11)
    }
    for u in 0..<3 {
      for i in 0..<4 {
        let (encoder, decoder) = (u * 4 + i, i * 3 + u)
        expect(gradient.weights[0][encoder]) { network, difference in
          network.layers[0].weights[encoder] += difference
          if example.tiesWeights { network.layers[1].weights[decoder] += difference }
        }
        guard !example.tiesWeights else { continue }
        expect(gradient.weights[1][decoder]) { $0.layers[1].weights[decoder] += $1 }
      }
    }
    for layer in 0..<2 {
      for k in gradient.biases[layer].indices {
        expect(gradient.biases[layer][k]) { $0.layers[layer].biases[k] += $1 }
      }
    }
    #expect(gradient.flat.contains { abs($0) > 1e-3 })
  }

  private func gradient(
    _ problem: GradientProblem, tied: Bool, weightL2: Float = 0, _ execution: Execution
  ) -> [Float] {
    let found = problem.network.gradient(
      of: problem.batch, targets: problem.targets, activationL1: problem.activationL1,
      weightL2: weightL2, tiesWeights: tied, execution: execution
    ).gradient
    return (0..<2).flatMap { found.weights(ofLayer: $0) + found.biases(ofLayer: $0) }
  }

  private func expectAgreement(
    _ problem: GradientProblem, tied: Bool
  ) {
    let (exact, magnitudes) = exactGradient(problem, tied: tied)
    let plain = Execution(threadCount: 1, instructionSet: .portable, kernels: .dense)
    let found = gradient(problem, tied: tied, plain)
    let errors = zip(found, zip(exact.flat, magnitudes.flat)).map { value, expected in
      value.ulps(from: expected.0, measure: expected.1)
    }
    #expect(errors.max()! <= NetworkGradientTests.bound)
    let bits = found.map(\.bitPattern)
    for execution in NetworkGradientTests.executions {
      #expect(gradient(problem, tied: tied, execution).map(\.bitPattern) == bits)
    }
  }

  @Test(arguments: AutoencoderGradientCase.all)
  func gradientsAgreeWithTheOracle(_ example: AutoencoderGradientCase) throws {
    let problem = try example.problem(inputCount: 23, width: 18, rowCount: 7, margin: 1e-4)
    expectAgreement(problem, tied: example.tiesWeights)
  }

  @Test(arguments: [(1, 1), (16, 129), (129, 16), (150, 140)], [1, 8])
  func tiedShapes(shape: (inputCount: Int, width: Int), rowCount: Int) throws {
    for reconstruction in Reconstruction.allCases where reconstruction != .rectifier {
      let problem = try AutoencoderGradientCase(
        reconstruction: reconstruction, tiesWeights: true, corruption: .masking(level: 0.25),
        activationL1: [0.1]
      ).problem(inputCount: shape.inputCount, width: shape.width, rowCount: rowCount, margin: 1e-6)
      expectAgreement(problem, tied: true)
    }
  }

  /// λ₂/2 · Σ w² over the shared weights, once: λ₂ w is added to the encoder's sum before the
  /// decoder's.
  @Test func weightL2CountsSharedWeightsOnce() throws {
    let problem = try AutoencoderGradientCase(
      reconstruction: .linear, tiesWeights: true, corruption: .none
    ).problem(inputCount: 19, width: 17, rowCount: 5, margin: 0)
    let parts = problem.network.gradient(of: problem.batch, targets: problem.targets).gradient
    let (encoder, decoder) = (parts.weights(ofLayer: 0), parts.weights(ofLayer: 1))
    let weights = problem.network.parameters.weights(ofLayer: 0)
    for weightL2 in [0, 0.125] as [Float] {
      let found = gradient(problem, tied: true, weightL2: weightL2, .default)
      for u in 0..<17 {
        for i in 0..<19 {
          let k = u * 19 + i
          let penalised =
            weightL2 == 0 ? encoder[k] : encoder[k].addingProduct(weightL2, weights[k])
          #expect(found[k] == penalised + decoder[i * 17 + u])
        }
      }
    }
  }
}
