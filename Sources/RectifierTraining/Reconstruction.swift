// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

/// How an autoencoder gives back what it was shown: the decoder's link, its loss, and its targets.
///
/// What is given back is the input of the first layer, or for the layers above the output h of the
/// layer below, under a sign mask |h|.
///
/// *Source:* Glorot, Bordes and Bengio (2011), section 3.2, whose four strategies these are.
public enum Reconstruction: String, CaseIterable, Codable, Sendable {
  /// log(1 + eʸ) with squared error: strategy 1, the paper's choice for images. Nothing below 0 can
  /// be given back.
  case softplus
  /// 1/(1 + e⁻ʸ) with cross-entropy: strategy 2, the paper's choice for text. Inputs have to be from
  /// 0 to 1; above the first layer targets are |h|/m, m the largest over the training part, what
  /// exceeds it in other data being taken as 1; and (h + 1)/2 where h is tanh.
  case logistic
  /// y with squared error: strategy 3, targets after the activation.
  case linear
  /// y with squared error: strategy 3, targets before the activation of the layer below; in the
  /// first layer the input.
  case linearPreActivation = "linear-pre-activation"
  /// max(0, y) with squared error: strategy 4. An output that is 0 learns nothing, whatever its
  /// target.
  case rectifier

  /// The name on the command line and in files.
  public var name: String { rawValue }

  /// Link and loss together.
  public func head(outputCount: Int) -> OutputHead {
    switch self {
    case .softplus: .softplus(outputCount: outputCount)
    case .logistic: .logistic(outputCount: outputCount)
    case .linear, .linearPreActivation: .identity(outputCount: outputCount)
    case .rectifier: .rectifier(outputCount: outputCount)
    }
  }

  /// Whether targets can be made of what units of an activation put out: for the linear decoder of
  /// anything, for the others of what is not below 0, and of tanh for the logistic one.
  package func reaches(outputsOf activation: Activation) -> Bool {
    switch (self, activation) {
    case (.linear, _), (.linearPreActivation, _), (.logistic, .tanh): true
    default: !activation.hasNegativeOutputs
    }
  }
}
