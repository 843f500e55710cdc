// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Why tensors do not make a network.
public enum ParameterError: Error, Equatable, Sendable, CustomStringConvertible {
  case missing(tensor: String)
  case unexpected(tensor: String)
  /// Two tensors have the same name.
  case duplicate(tensor: String)
  case shapeMismatch(tensor: String, expected: [Int], found: [Int])
  case notFinite(tensor: String, element: Int)
  case invalidSign(tensor: String, element: Int, found: Float)

  /// One line: which tensor, what was expected, what was found.
  public var description: String {
    switch self {
    case .missing(let tensor):
      "network: expected a tensor \"\(tensor)\", found none"
    case .unexpected(let tensor):
      "network: the architecture has no tensor \"\(tensor)\""
    case .duplicate(let tensor):
      "network: expected one tensor \"\(tensor)\", found two"
    case .shapeMismatch(let tensor, let expected, let found):
      "network: expected shape \(expected) of tensor \"\(tensor)\", found \(found)"
    case .notFinite(let tensor, let element):
      "network: element \(element) of tensor \"\(tensor)\" is not finite"
    case .invalidSign(let tensor, let element, let found):
      "network: expected +1 or -1 in tensor \"\(tensor)\", found \(found) at element \(element)"
    }
  }
}
