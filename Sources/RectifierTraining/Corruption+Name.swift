// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension Corruption: CustomStringConvertible {
  /// The name on the command line and in files: `none`, `masking:0.25`,
  /// `salt-and-pepper:0.8/0.005`, `gaussian:0.1`.
  public var name: String {
    switch self {
    case .none: "none"
    case .masking(let level): "masking:\(level)"
    case .saltAndPepper(let zeros, let ones): "salt-and-pepper:\(zeros)/\(ones)"
    case .gaussian(let deviation): "gaussian:\(deviation)"
    }
  }

  /// The name.
  public var description: String { name }

  /// The names as they are written: P a probability, Z and O those of zeros and of ones, S a standard
  /// deviation.
  public static let names = [
    "none", "masking:P", "salt-and-pepper:P", "salt-and-pepper:Z/O", "gaussian:S",
  ]

  /// The corruption with a name; `salt-and-pepper:P` splits P evenly between zeros and ones.
  ///
  /// - Throws: `CorruptionError.unknown` with the nearest name, `.invalidLevel`.
  public init(parsing text: String) throws(CorruptionError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let kind = String(parts[0])
    guard let expected = Self.levels[kind] else {
      throw .unknown(
        name: text, nearest: NearestName.of(kind, among: Self.levels.keys.sorted()),
        all: Self.names)
    }
    let given = parts.dropFirst().first.map(String.init)
    let levels = given?.split(separator: "/", omittingEmptySubsequences: false) ?? []
    let numbers = levels.compactMap { Float($0) }
    guard numbers.count == levels.count, let corruption = Self.corruption(kind, numbers),
      corruption.isValid
    else { throw .invalidLevel(kind: kind, expected: expected, found: given ?? "nothing") }
    self = corruption
  }

  /// What stands behind the colon of each kind.
  private static let levels = [
    "none": "no level", "masking": "a probability from 0 to 1",
    "salt-and-pepper": "a probability from 0 to 1, or Z/O with a sum up to 1",
    "gaussian": "a standard deviation from 0 on, denormals excepted",
  ]

  private static func corruption(_ kind: String, _ numbers: [Float]) -> Corruption? {
    switch (kind, numbers.count) {
    case ("none", 0): Corruption.none
    case ("masking", 1): .masking(level: numbers[0])
    case ("salt-and-pepper", 1): .saltAndPepper(zeros: numbers[0] / 2, ones: numbers[0] / 2)
    case ("salt-and-pepper", 2): .saltAndPepper(zeros: numbers[0], ones: numbers[1])
    case ("gaussian", 1): .gaussian(deviation: numbers[0])
    default: nil
    }
  }
}

extension Corruption: Codable {
  /// Decodes a name.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    do throws(CorruptionError) {
      try self.init(parsing: name)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
    }
  }

  /// Encodes the name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
