// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Why a text is no initialiser.
public enum InitializerError: Error, Equatable, Sendable, CustomStringConvertible {
  case unknown(name: String, nearest: String?, all: [String])
  case invalidConstant(text: String)
  case noValue(initializer: String)

  /// One line: what was expected, what was found, what to try.
  public var description: String {
    switch self {
    case .unknown(let name, let nearest, let all):
      let hint =
        nearest.map { "did you mean \"\($0)\"?" } ?? "known: \(all.joined(separator: ", "))"
      return "initializer: there is no \"\(name)\"; \(hint)"
    case .invalidConstant(let text):
      return "initializer: expected 0 or a finite normal number after \"constant:\", found"
        + " \"\(text)\""
    case .noValue(let initializer):
      return "initializer: \"\(initializer)\" takes no value; only constant has one"
    }
  }
}
