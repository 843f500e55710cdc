// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Why a text is no corruption.
public enum CorruptionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no such kind.
  case unknown(name: String, nearest: String?, all: [String])
  /// The level is not one that the kind can have.
  case invalidLevel(kind: String, expected: String, found: String)

  /// One line: what was expected, what was found, what to try.
  public var description: String {
    switch self {
    case .unknown(let name, let nearest, let all):
      let hint =
        nearest.map { "did you mean \"\($0)\"?" } ?? "known: \(all.joined(separator: ", "))"
      return "corruption: there is no \"\(name)\"; \(hint)"
    case .invalidLevel(let kind, let expected, let found):
      return "corruption: expected \(expected) after \"\(kind)\", found \"\(found)\""
    }
  }
}
