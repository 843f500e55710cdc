// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// One combination of what the gradient of a denoising autoencoder depends on.
struct AutoencoderGradientCase: Sendable, CustomTestStringConvertible {
  var reconstruction: Reconstruction
  var tiesWeights: Bool
  var corruption: Corruption
  var activation = Activation.rectifier
  var activationL1: [Float] = []
  var hasSignMask = false
  var weightL2: Float = 0

  var testDescription: String {
    "\(reconstruction.name) \(tiesWeights ? "tied" : "untied") \(corruption) \(activation)"
      + " λ \(activationL1) \(hasSignMask ? "masked" : "")"
  }

  /// Every decoder × tied or not × corruption, for rectifiers without and with a penalty and a sign
  /// mask, and for the other activations with a penalty.
  static let all: [AutoencoderGradientCase] = Reconstruction.allCases.flatMap { reconstruction in
    [false, true].flatMap { tiesWeights in
      ([Corruption.none] + CorruptionTests.kinds).flatMap { corruption in
        let plain = AutoencoderGradientCase(
          reconstruction: reconstruction, tiesWeights: tiesWeights, corruption: corruption)
        return [plain]
          + Activation.all.map { activation in
            var penalised = plain
            penalised.activation = activation
            penalised.activationL1 = [0.05]
            penalised.hasSignMask = activation == .rectifier || activation == .tanh
            return penalised
          }
      }
    }
  }

  /// An autoencoder and a corrupted batch with clean targets, whose pre-activations are at least
  /// `margin` away from 0 where there is a kink.
  func problem(
    inputCount: Int, width: Int, rowCount: Int, margin: Double
  ) throws -> GradientProblem {
    let architecture = try Architecture(
      inputCount: inputCount, hiddenWidths: [width], activations: [activation],
      hasSignMask: hasSignMask, head: reconstruction.head(outputCount: inputCount))
    for seed in 1..<3_000 as Range<UInt64> {
      var stream = Seed(seed).stream("problem")
      let drawn = Network.drawn(architecture, seed: seed)
      let network = tiesWeights ? try drawn.withTransposedEncoder() : drawn
      let clean =
        reconstruction.isLinear
        ? stream.rows(rowCount, inputCount, zeroFraction: 0.4)
        : stream.fractions(rowCount, inputCount)
      let batch = corruption.corrupted(clean, seed: Seed(seed), epoch: 1)
      let oracle = DoubleNetwork(network)
      guard oracle.leastMagnitude(batch.doubleRows) >= margin else { continue }
      guard reconstruction != .rectifier || oracle.hasOpenAndClosedOutputs(batch.doubleRows)
      else { continue }
      return GradientProblem(
        network: network, batch: batch, targets: .reals(clean), activationL1: activationL1)
    }
    throw GradientCase.NoProblem(margin: margin)
  }
}

extension Reconstruction {
  fileprivate var isLinear: Bool { self == .linear || self == .linearPreActivation }
}

extension DoubleNetwork {
  fileprivate func hasOpenAndClosedOutputs(_ rows: [[Double]]) -> Bool {
    let outputs = rows.flatMap { trace($0).preActivations.last! }
    return outputs.contains { $0 > 0 } && outputs.contains { $0 < 0 }
  }

  /// The gradient where the second layer's weights are the first's, transposed: what changes with
  /// both. The biases' stays.
  func tiedGradient(
    of batch: [[Double]], _ targets: OracleTargets
  ) -> (exact: OracleGradient, magnitudes: OracleGradient) {
    var (exact, magnitudes) = gradient(of: batch, targets)
    for u in 0..<layers[0].outputCount {
      for i in 0..<layers[0].inputCount {
        let (encoder, decoder) = (u * layers[0].inputCount + i, i * layers[1].inputCount + u)
        exact.weights[0][encoder] += exact.weights[1][decoder]
        exact.weights[1][decoder] = exact.weights[0][encoder]
        magnitudes.weights[0][encoder] += magnitudes.weights[1][decoder]
        magnitudes.weights[1][decoder] = magnitudes.weights[0][encoder]
      }
    }
    return (exact, magnitudes)
  }
}

extension Network {
  /// The same with the output layer's weights those of the first hidden layer, transposed.
  func withTransposedEncoder() throws -> Network {
    let tensors = tensors()
    let encoder = tensors.first { $0.name == "hidden.0.weight" }!
    let (width, inputCount) = (encoder.shape[0], encoder.shape[1])
    return try Network(
      architecture,
      tensors: tensors.map { tensor in
        guard tensor.name == "output.weight" else { return tensor }
        return NamedTensor(
          name: tensor.name, shape: tensor.shape,
          values: (0..<inputCount).flatMap { i in
            (0..<width).map { encoder.values[$0 * inputCount + i] }
          })
      })
  }
}
