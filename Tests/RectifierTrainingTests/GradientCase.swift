// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import Testing

/// One combination of what a gradient depends on.
struct GradientCase: Sendable, CustomTestStringConvertible {
  var activations: [Activation]
  var head: OutputHead
  var activationL1: [Float] = []
  var hasSignMask = false

  var testDescription: String {
    "\(activations.map(\.name)) \(head.name) λ \(activationL1) \(hasSignMask ? "masked" : "")"
  }

  /// Every activation with every head, without and with a penalty and a sign mask; then layers that
  /// differ. Two hidden layers each.
  static let all: [GradientCase] = {
    let activations =
      (Activation.all + [.softplus(sharpness: 3)]).map { [$0, $0] }
      + [[.rectifier, .tanh], [.absoluteTanh, .rectifier], [.identity, .leakyIntegrateAndFire]]
    return activations.flatMap { activations in
      OutputHead.all(outputCount: 3).flatMap { head in
        ([[], [0.02, 0.3]] as [[Float]]).flatMap { activationL1 in
          [false, true].map {
            GradientCase(
              activations: activations, head: head, activationL1: activationL1, hasSignMask: $0)
          }
        }
      }
    }
  }()

  /// A network and a batch whose hidden pre-activations all are at least `margin` away from 0, of the
  /// first seed from `first` on that gives one.
  func problem(
    inputCount: Int, hiddenWidths: [Int], rowCount: Int, margin: Double, from first: UInt64 = 1
  ) throws -> GradientProblem {
    let architecture = try Architecture(
      inputCount: inputCount, hiddenWidths: hiddenWidths, activations: activations,
      hasSignMask: hasSignMask, head: head)
    for seed in first..<first + 1_000 {
      var stream = Seed(seed).stream("problem")
      let network = Network.drawn(architecture, seed: seed)
      let batch = stream.rows(rowCount, inputCount, zeroFraction: 0.4)
      let oracle = DoubleNetwork(network)
      guard oracle.leastMagnitude(batch.doubleRows) >= margin else { continue }
      guard !head.isRectifier || oracle.isPartlyOpen(batch.doubleRows) else { continue }
      let targets: Dataset.Targets
      switch head {
      case .softmax(let count):
        targets = .classes((0..<rowCount).map { _ in Int32(stream.integer(below: count)) })
      case .logistic(let count): targets = .reals(stream.fractions(rowCount, count))
      case .identity(let count), .softplus(let count), .rectifier(let count):
        targets = .reals(stream.rows(rowCount, count))
      }
      return GradientProblem(
        network: network, batch: batch, targets: targets, activationL1: activationL1)
    }
    throw NoProblem(margin: margin)
  }

  struct NoProblem: Error {
    let margin: Double
  }
}

extension OutputHead {
  fileprivate var isRectifier: Bool { self == .rectifier(outputCount: outputCount) }
}

extension DoubleNetwork {
  /// Whether every row has an output above 0, and one of them also one below.
  fileprivate func isPartlyOpen(_ rows: [[Double]]) -> Bool {
    let outputs = rows.map { trace($0).preActivations.last! }
    return outputs.allSatisfy { $0.contains { $0 > 0 } } && outputs.joined().contains { $0 < 0 }
  }
}

/// A network with a batch.
struct GradientProblem {
  let network: Network
  let batch: Matrix
  let targets: Dataset.Targets
  let activationL1: [Float]

  var oracle: DoubleNetwork { DoubleNetwork(network, activationL1: activationL1) }

  var oracleTargets: OracleTargets {
    switch targets {
    case .classes(let classes): .classes(classes.map(Int.init))
    case .reals(let reals): .reals(reals.doubleRows)
    case .sets, .none: .classes([])
    }
  }
}
