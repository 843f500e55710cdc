// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Why an architecture cannot be built.
public enum ArchitectureError: Error, Equatable, Sendable, CustomStringConvertible {
  case invalidCount(what: String, found: Int, least: Int)
  case activationCountMismatch(activations: Int, hiddenLayers: Int)
  case unknownActivation(name: String, nearest: String?, all: [String])
  case invalidSharpness(text: String)
  case noSharpness(activation: String)
  case tooManyParameters(widths: [Int])

  /// One line: what was expected, what was found, what to try.
  public var description: String {
    switch self {
    case .invalidCount(let what, let found, let least):
      return "architecture: expected \(what) of at least \(least), found \(found)"
    case .activationCountMismatch(let activations, let hiddenLayers):
      return "architecture: expected one activation or one for each of \(hiddenLayers) hidden"
        + " layers, found \(activations)"
    case .unknownActivation(let name, let nearest, let all):
      let hint =
        nearest.map { "did you mean \"\($0)\"?" } ?? "known: \(all.joined(separator: ", "))"
      return "activation: there is no \"\(name)\"; \(hint)"
    case .invalidSharpness(let text):
      return "activation: expected a sharpness above 0 after \"softplus:\", found \"\(text)\""
    case .noSharpness(let activation):
      return "activation: \"\(activation)\" takes no value; only softplus has a sharpness"
    case .tooManyParameters(let widths):
      let layers = widths.map(String.init).joined(separator: "-")
      return "architecture: the parameters of \(layers) do not fit the address space;"
        + " try fewer units"
    }
  }
}
