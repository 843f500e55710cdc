// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining

/// How steps are taken, as far as a file or flags say.
package struct OptimizerChoice: Equatable, Sendable {
  /// The kind of optimizer, with its usual constants.
  package var kind: Optimizer?
  package var momentum: Float?
  package var isNesterov: Bool?
  package var learningRate: Float?

  package init(
    kind: Optimizer? = nil, momentum: Float? = nil, isNesterov: Bool? = nil,
    learningRate: Float? = nil
  ) {
    self.kind = kind
    self.momentum = momentum
    self.isNesterov = isNesterov
    self.learningRate = learningRate
  }

  /// Puts another choice over this one.
  ///
  /// What was said for one optimizer does not hold for another: where `other` names another kind
  /// than this choice does, the learning rate of this one is left behind, and with momentum its
  /// parts. A choice that names no kind is meant for any.
  package mutating func override(with other: OptimizerChoice) {
    if let kind, let chosen = other.kind, chosen.name != kind.name {
      learningRate = nil
      if case .momentum = kind { (momentum, isNesterov) = (nil, nil) }
    }
    kind = other.kind ?? kind
    momentum = other.momentum ?? momentum
    isNesterov = other.isNesterov ?? isNesterov
    learningRate = other.learningRate ?? learningRate
  }

  /// The optimizer that was chosen, with its constants; `usual` where no kind was named.
  ///
  /// - Throws: `ConfigurationError.conflict` where there is a part that the optimizer lacks.
  func optimizer(
    else usual: Optimizer, names: OptionNames
  ) throws(ConfigurationError) -> Optimizer {
    let kind = kind ?? usual
    guard case .momentum(let coefficient, let wasNesterov) = kind else {
      let parts = [("momentum", momentum != nil), ("nesterov", isNesterov == true)]
      let given = parts.filter(\.1).map { names[$0.0] }
      guard given.isEmpty else {
        throw .conflict(
          options: given,
          reason: "only with the optimizer momentum, not with \(kind.name); leave out")
      }
      return kind
    }
    return .momentum(
      coefficient: momentum ?? coefficient, isNesterov: isNesterov ?? wasNesterov)
  }
}
