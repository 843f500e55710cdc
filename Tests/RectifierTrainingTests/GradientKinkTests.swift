// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// Gradients where a derivative does not exist, or is 0 on one side only.
@Suite struct GradientKinkTests {
  static let executions = InstructionSet.available.flatMap { set in
    [Execution.Kernels.sparse, .dense].map {
      Execution(threadCount: 1, instructionSet: set, kernels: $0)
    }
  }

  /// Hidden units whose pre-activation is `preActivation` whatever the input, and drawn weights
  /// from there to the output.
  private func network(_ activation: Activation, preActivation: Float) throws -> Network {
    let architecture = try Architecture(
      inputCount: 5, hiddenWidths: [18], activations: [activation], hasSignMask: true,
      head: .identity(outputCount: 3))
    let tensors = Network.drawn(architecture).tensors().map { tensor in
      guard tensor.name.hasPrefix("hidden.0."), !tensor.name.hasSuffix("sign") else {
        return tensor
      }
      let value = tensor.name.hasSuffix("bias") ? preActivation : 0
      return NamedTensor(
        name: tensor.name, shape: tensor.shape,
        values: [Float](repeating: value, count: tensor.values.count))
    }
    return try Network(architecture, tensors: tensors)
  }

  /// The gradient by the biases and weights of the hidden layer.
  private func hiddenGradient(
    _ network: Network, activationL1: Float, _ execution: Execution
  ) -> [Float] {
    var stream = Seed(3).stream("batch")
    let (batch, targets) = (stream.rows(4, 5), stream.rows(4, 3))
    let gradient = network.gradient(
      of: batch, targets: .reals(targets), activationL1: [activationL1], execution: execution
    ).gradient
    return gradient.biases(ofLayer: 0) + gradient.weights(ofLayer: 0)
  }

  @Test(arguments: [
    Activation.rectifier, .rectifiedTanh, .absoluteTanh, .leakyIntegrateAndFire,
  ])
  func atAKinkTheDerivativeIsZero(activation: Activation) throws {
    let network = try network(activation, preActivation: 0)
    for execution in Self.executions {
      let gradient = hiddenGradient(network, activationL1: 0.5, execution)
      #expect(gradient.allSatisfy { $0 == 0 })
    }
  }

  @Test(arguments: [Activation.tanh, .identity])
  func atZeroThePenaltyHasNoSlope(activation: Activation) throws {
    let network = try network(activation, preActivation: 0)
    for execution in Self.executions {
      let penalised = hiddenGradient(network, activationL1: 0.5, execution)
      #expect(penalised == hiddenGradient(network, activationL1: 0, execution))
      #expect(penalised.contains { $0 != 0 })
      let above = try self.network(activation, preActivation: 0.25)
      #expect(
        hiddenGradient(above, activationL1: 0.5, execution)
          != hiddenGradient(above, activationL1: 0, execution))
    }
  }

  @Test func theSlopeOfIntegrateAndFireIsTakenAtAThousandth() throws {
    let network = try network(.leakyIntegrateAndFire, preActivation: 1e-6)
    let oracle = DoubleNetwork(network, activationL1: [0.5])
    var stream = Seed(3).stream("batch")
    let (batch, targets) = (stream.rows(4, 5), stream.rows(4, 3))
    let (exact, magnitudes) = oracle.gradient(of: batch.doubleRows, .reals(targets.doubleRows))
    for execution in Self.executions {
      let found = hiddenGradient(network, activationL1: 0.5, execution)
      let expected = zip(
        exact.biases[0] + exact.weights[0], magnitudes.biases[0] + magnitudes.weights[0])
      for (value, (exact, magnitude)) in zip(found, expected) {
        #expect(value.ulps(from: exact, measure: magnitude) <= NetworkGradientTests.bound)
      }
      #expect(found.contains { abs($0) > 1 })
    }
  }

  /// A unit that no row of the batch opens: its weights on either side get no gradient.
  @Test func aDeadUnitGetsNoGradient() throws {
    let network = try network(.rectifier, preActivation: -1)
    var stream = Seed(3).stream("batch")
    let (batch, targets) = (stream.rows(4, 5), stream.rows(4, 3))
    for execution in Self.executions {
      let gradient = network.gradient(
        of: batch, targets: .reals(targets), activationL1: [0.5], execution: execution
      ).gradient
      #expect(gradient.weights(ofLayer: 0).allSatisfy { $0 == 0 })
      #expect(gradient.weights(ofLayer: 1).allSatisfy { $0 == 0 })
      #expect(gradient.biases(ofLayer: 1).allSatisfy { $0 != 0 })
    }
  }
}
