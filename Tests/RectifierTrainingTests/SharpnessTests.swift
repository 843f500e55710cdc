// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// Networks of softplus units from soft to all but rectifiers.
@Suite struct SharpnessTests {
  private func example(_ activation: Activation) -> GradientCase {
    GradientCase(
      activations: [activation, activation], head: .softmax(classCount: 3),
      activationL1: [0.02, 0.3], hasSignMask: true)
  }

  private func flat(_ problem: GradientProblem, _ execution: Execution) -> [Float] {
    let gradient = problem.network.gradient(
      of: problem.batch, targets: problem.targets, activationL1: problem.activationL1,
      execution: execution
    ).gradient
    return problem.network.architecture.widths.indices.dropLast().flatMap { layer in
      gradient.weights(ofLayer: layer) + gradient.biases(ofLayer: layer)
    }
  }

  /// Differences over steps that are small beside 1/α, within which the function bends.
  @Test(arguments: [0.1, 1, 1.3, 2, 3, 6, 1000] as [Float])
  func theOracleGivesTheSlopeOfTheObjective(sharpness: Float) throws {
    let problem = try example(.softplus(sharpness: sharpness)).problem(
      inputCount: 4, hiddenWidths: [5, 4], rowCount: 3, margin: 0)
    let (rows, targets) = (problem.batch.doubleRows, problem.oracleTargets)
    var network = problem.oracle
    let gradient = network.gradient(of: rows, targets).exact
    let bend = max(1, Double(sharpness))
    let step = 1e-3 / bend
    for l in network.layers.indices {
      for k in network.layers[l].weights.indices {
        let weight = network.layers[l].weights[k]
        func at(_ steps: Double) -> Double {
          network.layers[l].weights[k] = weight + steps * step
          return network.objective(rows, targets)
        }
        let slope = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step)
        network.layers[l].weights[k] = weight
        let exact = gradient.weights[l][k]
        #expect(abs(slope - exact) <= 1e-6 * abs(exact) + 1e-10 * bend)
      }
    }
  }

  @Test(arguments: [0.1, 1, 1.3, 2, 3, 6, 1000] as [Float])
  func gradientsAgreeWithTheOracle(sharpness: Float) throws {
    let problem = try example(.softplus(sharpness: sharpness)).problem(
      inputCount: 23, hiddenWidths: [37, 18], rowCount: 9, margin: 0)
    let (exact, magnitudes) = problem.oracle.gradient(
      of: problem.batch.doubleRows, problem.oracleTargets)
    let found = flat(problem, NetworkGradientTests.executions[0])
    for (value, expected) in zip(found, zip(exact.flat, magnitudes.flat)) {
      // Slopes below 2^-126 are zeros to the kernels.
      #expect(
        value.ulps(from: expected.0, measure: expected.1) <= NetworkGradientTests.bound
          || abs(Double(value) - expected.0) < 1e-34)
    }
    let bits = found.map(\.bitPattern)
    for execution in NetworkGradientTests.executions {
      #expect(flat(problem, execution).map(\.bitPattern) == bits)
    }
  }

  /// Where no pre-activation is within 90/α of 0, values and slopes are those of the rectifier, to
  /// the last bit.
  @Test func theLimitIsTheRectifier() throws {
    let rectifier = try example(.rectifier).problem(
      inputCount: 12, hiddenWidths: [17, 9], rowCount: 5, margin: 1e-3)
    let sharp = try Architecture(
      inputCount: 12, hiddenWidths: [17, 9], activations: [.softplus(sharpness: 1e6)],
      hasSignMask: true, head: .softmax(classCount: 3))
    let problem = GradientProblem(
      network: try Network(sharp, tensors: rectifier.network.tensors()), batch: rectifier.batch,
      targets: rectifier.targets, activationL1: rectifier.activationL1)
    for execution in NetworkGradientTests.executions {
      #expect(
        flat(problem, execution).map(\.bitPattern)
          == flat(rectifier, execution).map(\.bitPattern))
    }
  }

  private func trained(_ activation: Activation) throws -> TrainingRun {
    let architecture = try Architecture(
      inputCount: 6, hiddenWidths: [8, 5], activations: [activation],
      head: .softmax(classCount: 3))
    let run = try TrainingRun(
      Network(architecture, seed: Seed(3)), training: SmallTraining.data(),
      validation: SmallTraining.data("validation", rowCount: 11),
      options: SmallTraining.options(epochCount: 40), execution: Execution(threadCount: 2))
    _ = try run.networks()
    return run
  }

  @Test(arguments: [0.1, 1, 1.3, 2, 3, 6, 1000, 1e6] as [Float])
  func everySharpnessTrains(sharpness: Float) throws {
    let reports = try trained(.softplus(sharpness: sharpness)).reports
    #expect(reports.count == 40 && reports.allSatisfy { $0.validationLoss.isFinite })
    #expect(reports.last!.trainingLoss < 0.9 * reports[0].trainingLoss)
  }

  /// Training nears that of the rectifier as well.
  @Test func sharperIsNearerToTheRectifier() throws {
    let rectifier = try trained(.rectifier).reports[0].trainingLoss
    let distances = try [1, 6, 1000, 1e6].map { (sharpness: Float) in
      abs(try trained(.softplus(sharpness: sharpness)).reports[0].trainingLoss - rectifier)
    }
    #expect(distances == distances.sorted(by: >))
    #expect(distances.last! < 1e-3)
  }
}
