// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// Gradients with inputs and units dropped, for the masks that a run draws.
@Suite struct DropoutGradientTests {
  static let dropout = Dropout(input: 0.25, hidden: [0.5, 0.3])
  private static let plain = Execution(
    threadCount: 1, instructionSet: .portable, kernels: .dense)

  private func flat(
    _ problem: GradientProblem, _ draw: DropoutDraw?, weightL2: Float = 0, _ execution: Execution
  ) -> [Float] {
    let gradient = problem.network.gradient(
      of: problem.batch, targets: problem.targets, activationL1: problem.activationL1,
      weightL2: weightL2, classWeights: problem.classWeights, dropout: draw, execution: execution
    ).gradient
    return problem.network.architecture.widths.indices.dropLast().flatMap { layer in
      gradient.weights(ofLayer: layer) + gradient.biases(ofLayer: layer)
    }
  }

  /// The first step: backpropagation through the mask against differences of the objective.
  @Test(arguments: GradientCase.all.filter { $0.hasSignMask })
  func theOracleGivesTheSlopeOfTheObjective(_ example: GradientCase) throws {
    let problem = try example.problem(
      inputCount: 5, hiddenWidths: [6, 5], rowCount: 4, margin: 0.003, dropping: Self.dropout)
    let (rows, targets) = (problem.batch.doubleRows, problem.oracleTargets)
    var network = problem.oracle(problem.draw(Self.dropout))
    let gradient = network.gradient(of: rows, targets).exact
    for l in network.layers.indices {
      for k in network.layers[l].weights.indices {
        let weight = network.layers[l].weights[k]
        func at(_ steps: Double) -> Double {
          network.layers[l].weights[k] = weight + steps * 1e-4
          return network.objective(rows, targets)
        }
        let slope = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / 12e-4
        network.layers[l].weights[k] = weight
        let exact = gradient.weights[l][k]
        #expect(abs(slope - exact) <= 1e-6 * abs(exact) + 1e-10)
      }
    }
  }

  /// The second: the product's against the oracle's, and the same bits in every way to run.
  @Test(arguments: GradientCase.all)
  func gradientsAgreeWithTheOracle(_ example: GradientCase) throws {
    let problem = try example.problem(
      inputCount: 23, hiddenWidths: [37, 18], rowCount: 9, margin: 1e-5, dropping: Self.dropout)
    let draw = problem.draw(Self.dropout)
    let oracle = problem.oracle(draw)
    let (exact, magnitudes) = oracle.gradient(
      of: problem.batch.doubleRows, problem.oracleTargets)
    let found = flat(problem, draw, Self.plain)
    for (value, expected) in zip(found, zip(exact.flat, magnitudes.flat)) {
      #expect(
        value.ulps(from: expected.0, measure: expected.1) <= NetworkGradientTests.bound)
    }
    let bits = found.map(\.bitPattern)
    for execution in NetworkGradientTests.executions {
      #expect(flat(problem, draw, execution).map(\.bitPattern) == bits)
    }
    #expect(bits != flat(problem, nil, Self.plain).map(\.bitPattern))
  }

  /// Layers in several panels, rows from one on, a weight penalty, and layers that drop nothing.
  @Test(arguments: [1, 4, 17, 200], [[0.5, 0.5], [0, 0.25], [0.9, 0]] as [[Float]])
  func rowCountsPanelsAndRates(rowCount: Int, hidden: [Float]) throws {
    let example = GradientCase(
      activations: [.rectifier, .rectifier], head: .softmax(classCount: 3),
      activationL1: [0.1, 0.01], hasSignMask: rowCount % 2 == 0)
    let problem = try example.problem(
      inputCount: 140, hiddenWidths: [150, 129], rowCount: rowCount, margin: 0)
    let draw = problem.draw(Dropout(input: hidden[0] / 2, hidden: hidden))
    let bits = flat(problem, draw, weightL2: 0.01, Self.plain).map(\.bitPattern)
    for execution in NetworkGradientTests.executions {
      #expect(flat(problem, draw, weightL2: 0.01, execution).map(\.bitPattern) == bits)
    }
    let (exact, magnitudes) = problem.oracle(draw).gradient(
      of: problem.batch.doubleRows, problem.oracleTargets)
    let found = flat(problem, draw, Self.plain)
    for (value, expected) in zip(found, zip(exact.flat, magnitudes.flat)) {
      #expect(
        value.ulps(from: expected.0, measure: expected.1) <= NetworkGradientTests.bound)
    }
  }

  /// Of a unit that was dropped for every row neither weights nor bias have a gradient.
  @Test func whatIsDroppedLearnsNothing() throws {
    let problem = try GradientCase(
      activations: [.tanh, .rectifier], head: .softmax(classCount: 3), activationL1: [0.1, 0.1]
    ).problem(inputCount: 7, hiddenWidths: [40, 30], rowCount: 3, margin: 0)
    let draw = problem.draw(Dropout(input: 0.5, hidden: [0.5, 0.5]))
    let factors = draw.factors([7, 40, 30])
    let gradient = problem.network.gradient(
      of: problem.batch, targets: problem.targets, activationL1: problem.activationL1,
      dropout: draw
    ).gradient
    let silent = (0..<40).filter { unit in factors.allSatisfy { $0[1][unit] == 0 } }
    #expect(!silent.isEmpty && silent.count < 40)
    for unit in silent {
      #expect(gradient.biases(ofLayer: 0)[unit] == 0)
      #expect(gradient.weights(ofLayer: 0)[unit * 7..<unit * 7 + 7].allSatisfy { $0 == 0 })
      #expect((0..<30).allSatisfy { gradient.weights(ofLayer: 1)[$0 * 40 + unit] == 0 })
    }
  }

  @Test func nothingDroppedIsNoDropout() throws {
    let problem = try GradientCase.all[0].problem(
      inputCount: 7, hiddenWidths: [6, 5], rowCount: 3, margin: 0)
    let without = flat(problem, nil, .default)
    #expect(flat(problem, problem.draw(.none), .default) == without)
    #expect(flat(problem, problem.draw(Dropout(hidden: [0, 0])), .default) == without)
  }

  @Test func aDrawThatDoesNotFitEndsTheProgram() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let problem = try GradientCase.all[0].problem(
        inputCount: 7, hiddenWidths: [6, 5], rowCount: 3, margin: 0)
      _ = problem.network.gradient(
        of: problem.batch, targets: problem.targets,
        dropout: DropoutDraw(Dropout(input: 0.5), seed: Seed(1), pass: 1, rows: [0]))
    }
    #expect(result.says("of 3 rows with 1 numbers"))
  }
}
