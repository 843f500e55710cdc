// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierTraining

/// The fused pass against gradients in memory.
@Suite struct BackwardPassTests {
  static let rate: Float = 0.3

  /// The network after one fused step.
  private func updated(_ problem: GradientProblem, _ execution: Execution) -> Network {
    var network = problem.network
    let architecture = network.architecture
    let rowCount = problem.batch.rowCount
    let forward = ForwardPass(architecture: architecture, rowCapacity: rowCount, keepsSlopes: true)
    problem.batch.withUnsafePointer {
      forward.input.rows.update(from: $0, count: rowCount * problem.batch.stride)
    }
    forward.run(network, rowCount: rowCount, execution: execution)
    let head = HeadPass(head: architecture.head, rowCapacity: rowCount)
    let backward = BackwardPass(architecture: architecture, rowCapacity: rowCount)
    (0..<Int32(rowCount)).map { $0 }.withUnsafeBufferPointer {
      head.gather(problem.targets, rows: $0)
    }
    head.run(
      forward.outputs.last!, delta: backward.deltas.last!, rowCount: rowCount,
      instructionSet: execution.instructionSet)
    let activationL1 =
      problem.activationL1.isEmpty
      ? architecture.hiddenWidths.map { _ in 0 } : problem.activationL1
    var state = OptimizerState(of: .sgd, architecture: architecture)
    backward.update(
      &network, &state, by: Optimizer.sgd.update(rate: Self.rate, step: 1),
      batch: BackwardPass.Batch(
        forward: forward, rowCount: rowCount, activationL1: activationL1, weightL2: 0,
        execution: execution))
    return network
  }

  /// w ← fma(−rate, gradient, w).
  private func descended(_ problem: GradientProblem) -> [UInt32] {
    let gradient = problem.network.gradient(
      of: problem.batch, targets: problem.targets, activationL1: problem.activationL1
    ).gradient
    func descend(_ values: [Float], _ slopes: [Float]) -> [UInt32] {
      zip(values, slopes).map { $0.addingProduct(-Self.rate, $1).bitPattern }
    }
    let before = problem.network.parameters
    return problem.network.architecture.widths.indices.dropLast().flatMap { layer in
      descend(before.weights(ofLayer: layer), gradient.weights(ofLayer: layer))
        + descend(before.biases(ofLayer: layer), gradient.biases(ofLayer: layer))
    }
  }

  private func bits(_ network: Network) -> [UInt32] {
    network.architecture.widths.indices.dropLast().flatMap { layer in
      (network.parameters.weights(ofLayer: layer) + network.parameters.biases(ofLayer: layer))
        .map(\.bitPattern)
    }
  }

  @Test(arguments: GradientCase.all.filter { $0.hasSignMask })
  func aFusedStepIsAStepAlongTheGradient(_ example: GradientCase) throws {
    let problem = try example.problem(
      inputCount: 23, hiddenWidths: [37, 18], rowCount: 9, margin: 0)
    let expected = descended(problem)
    for execution in NetworkGradientTests.executions {
      #expect(bits(updated(problem, execution)) == expected)
    }
    #expect(expected != bits(problem.network))
  }

  /// With many rows the first layer goes by the lists of its outputs, but for dense kernels.
  @Test(arguments: [1, 3, 17, 200])
  func soItIsInSeveralPanels(rowCount: Int) throws {
    let example = GradientCase(
      activations: [.rectifier, .softplus(sharpness: 2)], head: .identity(outputCount: 130),
      activationL1: [0.1, 0.2])
    let problem = try example.problem(
      inputCount: 140, hiddenWidths: [150, 129], rowCount: rowCount, margin: 0)
    let expected = descended(problem)
    for execution in NetworkGradientTests.executions {
      #expect(bits(updated(problem, execution)) == expected)
    }
  }

  @Test func theNetworkOfACopyIsNotTouched() throws {
    let problem = try GradientCase.all[0].problem(
      inputCount: 7, hiddenWidths: [6, 5], rowCount: 3, margin: 0)
    let before = bits(problem.network)
    _ = updated(problem, .default)
    #expect(bits(problem.network) == before)
  }
}
