// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A network's output: link and loss together, so that no pair can be written that does not fit.
public enum OutputHead: Hashable, Codable, Sendable {
  /// Class probabilities p = softmax(y), loss −log p[class], in nats.
  case softmax(classCount: Int)
  /// Reals y, loss Σₒ (yₒ − tₒ)².
  case identity(outputCount: Int)

  /// Classes, or reals a sample.
  public var outputCount: Int {
    switch self {
    case .softmax(let classCount): classCount
    case .identity(let outputCount): outputCount
    }
  }

  /// What a message calls it.
  public var name: String {
    switch self {
    case .softmax: "softmax"
    case .identity: "identity"
    }
  }
}
