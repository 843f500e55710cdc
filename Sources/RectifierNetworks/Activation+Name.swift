// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension Activation: CustomStringConvertible {
  /// The name on the command line and in model files: `rectifier`, `softplus:2`, …
  public var name: String {
    switch self {
    case .rectifier: "rectifier"
    case .softplus(1): "softplus"
    case .softplus(let sharpness): "softplus:" + sharpness.shortestText
    case .tanh: "tanh"
    case .logistic: "logistic"
    case .rectifiedTanh: "rectified-tanh"
    case .absoluteTanh: "absolute-tanh"
    case .leakyIntegrateAndFire: "leaky-integrate-and-fire"
    case .identity: "identity"
    }
  }

  /// The name.
  public var description: String { name }

  /// One of each; softplus with sharpness 1.
  public static let all: [Activation] = [
    .rectifier, .softplus(sharpness: 1), .tanh, .logistic, .rectifiedTanh, .absoluteTanh,
    .leakyIntegrateAndFire, .identity,
  ]

  /// The activation with a name, `softplus` optionally with a sharpness: `softplus:2`.
  ///
  /// - Throws: `ArchitectureError.unknownActivation` with the nearest name,
  ///   `ArchitectureError.invalidSharpness`.
  public init(parsing text: String) throws(ArchitectureError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let activation = Self.all.first(where: { $0.name == name }) else {
      let names = Self.all.map(\.name)
      throw .unknownActivation(name: text, nearest: NearestName.of(name, among: names), all: names)
    }
    guard parts.count == 2 else {
      self = activation
      return
    }
    guard case .softplus = activation else { throw .noSharpness(activation: name) }
    guard let sharpness = Float(parts[1]), Self.isValid(sharpness: sharpness) else {
      throw .invalidSharpness(text: String(parts[1]))
    }
    self = .softplus(sharpness: sharpness)
  }
}

extension Activation: Codable {
  /// Decodes a name.
  public init(from decoder: any Decoder) throws {
    self = try decoder.value(parsing: Self.init(parsing:))
  }

  /// Encodes the name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
