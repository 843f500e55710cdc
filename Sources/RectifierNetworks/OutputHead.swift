// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// A network's output: link and loss together, so that no pair can be written that does not fit.
///
/// A loss is the mean over a batch of a sum over a sample's outputs: in nats for softmax and
/// logistic, in the square of the targets' units for the others.
public enum OutputHead: Hashable, Codable, Sendable {
  /// Class probabilities p = softmax(y), loss −log p[class].
  case softmax(classCount: Int)
  /// Independent probabilities p = 1/(1 + e^{−y}) for targets t from 0 to 1, with the cross-entropy
  ///
  ///     Σₒ [ log(1 + e^{yₒ}) − tₒ·yₒ ]
  ///
  /// as their loss: for samples that have any number of labels, and for decoders of intensities.
  case logistic(outputCount: Int)
  /// Reals y, loss Σₒ (yₒ − tₒ)².
  case identity(outputCount: Int)
  /// Positive reals p = log(1 + e^y), loss Σₒ (pₒ − tₒ)².
  case softplus(outputCount: Int)
  /// Reals p = max(0, y) that are not negative, loss Σₒ (pₒ − tₒ)². An output with y ≤ 0 gives no
  /// gradient, whatever its target.
  case rectifier(outputCount: Int)

  /// Classes, or reals a sample.
  public var outputCount: Int {
    switch self {
    case .softmax(let classCount): classCount
    case .logistic(let count), .identity(let count), .softplus(let count), .rectifier(let count):
      count
    }
  }

  /// How many classes a target is one of; nil where targets are reals.
  public var classCount: Int? {
    if case .softmax(let classCount) = self { classCount } else { nil }
  }

  /// How many names a model may have for the outputs: softmax names its classes, and logistic outputs
  /// stand for labels or for none.
  package var labelCounts: Set<Int> {
    switch self {
    case .softmax(let classCount): [classCount]
    case .logistic(let outputCount): [0, outputCount]
    case .identity, .softplus, .rectifier: [0]
    }
  }

  /// What a message calls it, and a model file.
  public var name: String {
    switch self {
    case .softmax: "softmax"
    case .logistic: "logistic"
    case .identity: "identity"
    case .softplus: "softplus"
    case .rectifier: "rectifier"
    }
  }

  /// The names of all heads.
  package static let names = all(outputCount: 2).map(\.name)

  /// The head with a name; nil where there is none.
  package init?(name: String, outputCount: Int) {
    guard let head = Self.all(outputCount: outputCount).first(where: { $0.name == name }) else {
      return nil
    }
    self = head
  }

  /// One of each.
  package static func all(outputCount: Int) -> [OutputHead] {
    [
      .softmax(classCount: outputCount), .logistic(outputCount: outputCount),
      .identity(outputCount: outputCount), .softplus(outputCount: outputCount),
      .rectifier(outputCount: outputCount),
    ]
  }

  /// The least number of outputs that makes sense.
  package var leastOutputCount: Int { classCount == nil ? 1 : 2 }
}
