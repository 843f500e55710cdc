// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

/// What tells networks apart whose advantages are compared.
package struct AdvantagesKind: Equatable, Sendable {
  package var activation: Activation
  package var activationL1: Float
  package var initializer: Initializer

  package init(
    _ activation: Activation, activationL1: Float = 0, initializer: Initializer = .glorotUniform
  ) {
    self.activation = activation
    self.activationL1 = activationL1
    self.initializer = initializer
  }

  /// Whether its units are rectifiers.
  var isRectifier: Bool { activation == .rectifier }

  /// Whether its units are rectifiers and nothing else is special.
  var isPlainRectifier: Bool { self == AdvantagesKind(.rectifier) }

  /// `rectifier`, `rectifier, L1 0.0001`.
  package var name: String {
    activation.name + (activationL1 > 0 ? ", L1 \(NumberText.shortest(activationL1))" : "")
      + (initializer == .glorotUniform ? "" : ", \(initializer.name)")
  }
}
