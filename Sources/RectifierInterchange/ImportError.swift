// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Why options do not go with a file that is to be imported.
public enum ImportError: Error, Equatable, Sendable {
  /// The file says itself what the options say.
  case notNeeded(path: String, options: [String])
  /// Another number of labels, or some that repeat.
  case wrongLabels(path: String, expected: Int, found: [String])
  /// A divisor that is not a finite number above 0, or one beside the graph's own.
  case wrongDivisor(path: String, found: Float, graph: Float?)
}

extension ImportError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .notNeeded(let path, let options):
      "importing \(PathName.quoted(path)): the file says itself what is said by"
        + " \(options.joined(separator: " and ")); leave that out"
    case .wrongLabels(let path, let expected, let found):
      "importing \(PathName.quoted(path)): expected"
        + (expected == 0
          ? " no labels, for outputs are real numbers" : " \(expected) different labels")
        + ", found \(found.count): \(found.map { JSONValue.quoted($0) }.joined(separator: ", "))"
    case .wrongDivisor(let path, let found, let graph):
      "importing \(PathName.quoted(path)): "
        + (graph.map { "the graph divides by \($0) itself" }
          ?? "expected a divisor above 0, as 255 for bytes")
        + ", found the divisor \(found)" + (graph == nil ? "" : "; leave that out")
    }
  }
}
