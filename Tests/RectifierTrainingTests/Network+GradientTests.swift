// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// The second step: the product's gradient, in `Float`, against the oracle's at the same parameters.
@Suite struct NetworkGradientTests {
  /// How far an element may be away from the exact one, in units in the last place of the sum of
  /// the magnitudes of its terms, earlier sums' included. The largest found is 1.7, with sums of up
  /// to 150 terms in three layers; in units of the largest term it is 660.
  static let bound = 2.0

  static let executions = InstructionSet.available.flatMap { set in
    Execution.Kernels.allCases.flatMap { kernels in
      [1, 2, 3].map { Execution(threadCount: $0, instructionSet: set, kernels: kernels) }
    }
  }

  /// Layer for layer weights, then biases.
  private func flat(_ gradient: Parameters, _ network: Network) -> [Float] {
    network.architecture.widths.indices.dropLast().flatMap { layer in
      gradient.weights(ofLayer: layer) + gradient.biases(ofLayer: layer)
    }
  }

  private func gradient(_ problem: GradientProblem, _ execution: Execution) -> [Float] {
    let found = problem.network.gradient(
      of: problem.batch, targets: problem.targets, activationL1: problem.activationL1,
      classWeights: problem.classWeights, execution: execution)
    return flat(found.gradient, problem.network)
  }

  /// The largest error of all elements.
  private func worstError(_ found: [Float], _ problem: GradientProblem) -> Double {
    let (exact, magnitudes) = problem.oracle.gradient(
      of: problem.batch.doubleRows, problem.oracleTargets)
    return zip(found, zip(exact.flat, magnitudes.flat)).map { value, expected in
      value.ulps(from: expected.0, measure: expected.1)
    }.max()!
  }

  private func expectEqualBits(_ problem: GradientProblem, _ expected: [Float]) {
    let bits = expected.map(\.bitPattern)
    for execution in Self.executions {
      #expect(gradient(problem, execution).map(\.bitPattern) == bits)
    }
  }

  /// Once against the oracle; all other sets, kernels and thread counts are equal to the last bit.
  @Test(arguments: GradientCase.all)
  func gradientsAgreeWithTheOracle(_ example: GradientCase) throws {
    let problem = try example.problem(
      inputCount: 23, hiddenWidths: [37, 18], rowCount: 9, margin: 1e-4)
    let plain = Execution(threadCount: 1, instructionSet: .portable, kernels: .dense)
    let found = gradient(problem, plain)
    let error = worstError(found, problem)
    #expect(error <= Self.bound)
    expectEqualBits(problem, found)
  }

  @Test(arguments: [1, 4, 5, 8, 9, 17], [[150, 140], [1, 1], [16, 129]])
  func rowCountsAndWidths(rowCount: Int, hiddenWidths: [Int]) throws {
    for head in [.softmax(classCount: 3)] + OutputHead.all(outputCount: 130).dropFirst() {
      let example = GradientCase(
        activations: [.rectifier, .tanh], head: head, activationL1: [0.1, 0.01],
        hasSignMask: rowCount % 2 == 0)
      let problem = try example.problem(
        inputCount: 19, hiddenWidths: hiddenWidths, rowCount: rowCount, margin: 1e-6)
      let plain = Execution(threadCount: 1, instructionSet: .portable, kernels: .dense)
      let found = gradient(problem, plain)
      #expect(worstError(found, problem) <= Self.bound)
      expectEqualBits(problem, found)
    }
  }

  @Test(arguments: OutputHead.all(outputCount: 4))
  func withoutHiddenLayers(head: OutputHead) throws {
    let example = GradientCase(activations: [], head: head)
    let problem = try example.problem(
      inputCount: 150, hiddenWidths: [], rowCount: 7, margin: 0)
    let plain = Execution(threadCount: 1, instructionSet: .portable, kernels: .dense)
    let found = gradient(problem, plain)
    #expect(worstError(found, problem) <= Self.bound)
    expectEqualBits(problem, found)
  }

  @Test(arguments: goldenGradients.indices)
  func gradientsAgreeWithTheGoldenOnes(index: Int) throws {
    let golden = goldenGradients[index]
    let problem = try GoldenProblem.problem(activation: golden.activation, head: golden.head)
    let magnitudes = problem.oracle.gradient(
      of: problem.batch.doubleRows, problem.oracleTargets
    ).magnitudes.flat
    let found = gradient(problem, .default)
    for (value, expected) in zip(found, zip(golden.gradient, magnitudes)) {
      #expect(value.ulps(from: expected.0, measure: expected.1) <= Self.bound)
    }
  }

  /// λ₂/2 · Σ w² has the slope λ₂ w, added last by one fused multiply-add; biases have none.
  @Test(arguments: [Float(0.125), 1e-4])
  func weightL2IsAddedToTheWeightsOnly(weightL2: Float) throws {
    let problem = try GradientCase(
      activations: [.rectifier, .tanh], head: .identity(outputCount: 130), activationL1: [0.1, 0]
    ).problem(inputCount: 19, hiddenWidths: [150, 16], rowCount: 9, margin: 0)
    let network = problem.network
    func gradient(_ weightL2: Float, _ execution: Execution) -> Parameters {
      network.gradient(
        of: problem.batch, targets: problem.targets, activationL1: problem.activationL1,
        weightL2: weightL2, execution: execution
      ).gradient
    }
    let plain = gradient(0, .default)
    for execution in Self.executions {
      let found = gradient(weightL2, execution)
      for layer in 0..<3 {
        let terms = zip(
          plain.weights(ofLayer: layer), network.parameters.weights(ofLayer: layer))
        #expect(
          found.weights(ofLayer: layer).map(\.bitPattern)
            == terms.map { $0.addingProduct(weightL2, $1).bitPattern })
        #expect(found.biases(ofLayer: layer) == plain.biases(ofLayer: layer))
      }
    }
  }

  @Test(arguments: GradientCase.all.filter { $0.hasSignMask && !$0.activationL1.isEmpty })
  func theLossIsTheMeanOfTheDataLoss(_ example: GradientCase) throws {
    let problem = try example.problem(
      inputCount: 5, hiddenWidths: [6, 4], rowCount: 3, margin: 1e-4)
    let oracle = problem.oracle
    let exact =
      problem.batch.doubleRows.enumerated().map { n, row in
        oracle.dataLoss(oracle.trace(row), problem.oracleTargets, row: n)
      }.reduce(0, +) / 3
    let losses = Self.executions.map { execution in
      problem.network.gradient(
        of: problem.batch, targets: problem.targets, activationL1: problem.activationL1,
        execution: execution
      ).loss
    }
    #expect(abs(losses[0] - exact) <= 1e-6 * max(abs(exact), 1))
    #expect(losses.allSatisfy { $0.bitPattern == losses[0].bitPattern })
  }
}
