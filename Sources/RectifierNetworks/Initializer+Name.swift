// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension Initializer: CustomStringConvertible {
  /// The name on the command line and in run records: `glorot-uniform`, `constant:0.01`, …
  public var name: String {
    switch self {
    case .glorotUniform: "glorot-uniform"
    case .heNormal: "he-normal"
    case .constant(let value): "constant:" + value.shortestText
    }
  }

  /// The name.
  public var description: String { name }

  /// The names as they are written, V for a value.
  public static let names = ["glorot-uniform", "he-normal", "constant:V"]

  /// The initialiser with a name; `constant` needs a value, `constant:0.01`.
  ///
  /// - Throws: `InitializerError.unknown` with the nearest name, `.invalidConstant`, `.noValue`.
  public init(parsing text: String) throws(InitializerError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let value = parts.count == 2 ? String(parts[1]) : nil
    switch (parts[0], value) {
    case ("glorot-uniform", nil): self = .glorotUniform
    case ("he-normal", nil): self = .heNormal
    case ("glorot-uniform", _?), ("he-normal", _?):
      throw .noValue(initializer: String(parts[0]))
    case ("constant", let value):
      guard let value, let constant = Float(value), Self.isValid(constant: constant) else {
        throw .invalidConstant(text: value ?? "nothing")
      }
      self = .constant(constant)
    default:
      throw .unknown(
        name: text, nearest: NearestName.of(String(parts[0]), among: Self.bareNames),
        all: Self.names)
    }
  }

  private static let bareNames = ["glorot-uniform", "he-normal", "constant"]
}

extension Initializer: Codable {
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
