// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How gradients change the parameters; each is fused with the backward pass.
///
/// Whatever keeps moments, and weight L2 under any optimizer, touches every weight row in every
/// step; plain descent skips the rows whose inputs are zero in the whole batch.
public enum Optimizer: Hashable, Sendable {
  /// Stochastic gradient descent: one fused multiply-add a weight.
  ///
  ///     w ← w − rate · g
  case sgd
  /// Descent along a velocity, by default classical.
  ///
  ///     v ← μ v + g,   w ← w − rate · v            classical
  ///     v ← μ v + g,   w ← w − rate · (μ v + g)    Nesterov
  ///
  /// The coefficient μ is from 0 to below 1. *Source:* the form of PyTorch's SGD without dampening.
  case momentum(coefficient: Float = 0.9, isNesterov: Bool = false)
  /// Descent along a mean gradient that is divided by the root of a mean square.
  ///
  ///     m ← β₁ m + (1 − β₁) g,   s ← β₂ s + (1 − β₂) g²
  ///     w ← w − rate / (1 − β₁ᵗ) · m / (√s / √(1 − β₂ᵗ) + ε)
  ///
  /// in step t from 1 on. Decays are from 0 to below 1, ε is a normal number above 0.
  /// *Source:* Kingma and Ba (2015), algorithm 1.
  case adam(firstDecay: Float = 0.9, secondDecay: Float = 0.999, epsilon: Float = 1e-8)
}

extension Optimizer {
  /// One of each kind, with its usual constants.
  public static let all: [Optimizer] = [.sgd, .momentum(), .adam()]

  /// The name on the command line and in files: `sgd`, `momentum`, `adam`.
  public var name: String {
    switch self {
    case .sgd: "sgd"
    case .momentum: "momentum"
    case .adam: "adam"
    }
  }

  /// A learning rate to begin with: sgd 0.1, momentum 0.01, adam 0.001.
  public var defaultLearningRate: Float {
    switch self {
    case .sgd: 0.1
    case .momentum: 0.01
    case .adam: 0.001
    }
  }

  /// Numbers that are kept of each parameter from step to step.
  public var momentCount: Int {
    switch self {
    case .sgd: 0
    case .momentum: 1
    case .adam: 2
    }
  }

  /// The first constant that is out of its range: what it is, what it may be, what was found.
  package var invalidConstant: (name: String, expected: String, found: String)? {
    func isDecay(_ value: Float) -> Bool { value == 0 || (value.isNormal && 0..<1 ~= value) }
    let expected = "a number from 0 to below 1, denormals excepted"
    switch self {
    case .sgd: return nil
    case .momentum(let coefficient, _):
      return isDecay(coefficient) ? nil : ("momentum", expected, "\(coefficient)")
    case .adam(let firstDecay, let secondDecay, let epsilon):
      if !isDecay(firstDecay) { return ("first decay", expected, "\(firstDecay)") }
      if !isDecay(secondDecay) { return ("second decay", expected, "\(secondDecay)") }
      guard epsilon.isNormal, epsilon > 0 else {
        return ("epsilon", "a normal number above 0", "\(epsilon)")
      }
      return nil
    }
  }
}

extension Optimizer: Codable {
  private enum Key: String, CodingKey {
    case name, coefficient, isNesterov, firstDecay, secondDecay, epsilon
  }

  /// Decodes an object of the name and the constants; a missing constant has its usual value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let name = try container.decode(String.self, forKey: .name)
    func constant(_ key: Key, else usual: Float) throws -> Float {
      try container.decodeIfPresent(Float.self, forKey: key) ?? usual
    }
    switch name {
    case "sgd": self = .sgd
    case "momentum":
      self = .momentum(
        coefficient: try constant(.coefficient, else: 0.9),
        isNesterov: try container.decodeIfPresent(Bool.self, forKey: .isNesterov) ?? false)
    case "adam":
      self = .adam(
        firstDecay: try constant(.firstDecay, else: 0.9),
        secondDecay: try constant(.secondDecay, else: 0.999),
        epsilon: try constant(.epsilon, else: 1e-8))
    default:
      throw DecodingError.dataCorruptedError(
        forKey: .name, in: container, debugDescription: "no optimizer \"\(name)\"")
    }
  }

  /// Encodes an object of the name and the constants.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .name)
    switch self {
    case .sgd: break
    case .momentum(let coefficient, let isNesterov):
      try container.encode(coefficient, forKey: .coefficient)
      try container.encode(isNesterov, forKey: .isNesterov)
    case .adam(let firstDecay, let secondDecay, let epsilon):
      try container.encode(firstDecay, forKey: .firstDecay)
      try container.encode(secondDecay, forKey: .secondDecay)
      try container.encode(epsilon, forKey: .epsilon)
    }
  }
}
