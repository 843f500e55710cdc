// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNumerics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a hidden unit does with its pre-activation x.
public enum Activation: Hashable, Sendable {
  /// max(0, x), as `x unless x ≤ 0`, so that NaN passes.
  case rectifier
  /// (1/α)·log(1 + e^{αx}) with sharpness α > 0, a normal number; the rectifier is its limit for
  /// large α.
  case softplus(sharpness: Float)
  case tanh
  /// 1/(1 + e^{−x}).
  case logistic
  /// max(0, tanh x).
  case rectifiedTanh
  /// |tanh x|.
  case absoluteTanh
  /// The firing rate of a leaky integrate-and-fire neuron, rescaled:
  /// 1/(7.5·log(1 + 0.05/x) + 1) for x > 0, else 0.
  ///
  /// Its slope at threshold is infinite, so the derivative is taken at max(x, 10⁻³) where x > 0.
  case leakyIntegrateAndFire
  case identity

  /// f(x).
  public func value(at x: Double) -> Double {
    switch self {
    case .rectifier: x <= 0 ? 0 : x
    case .softplus(let sharpness):
      max(x, 0) + log1p(exp(-abs(Double(sharpness) * x))) / Double(sharpness)
    case .tanh: hyperbolicTangent(x)
    case .logistic: 1 / (1 + exp(-x))
    case .rectifiedTanh: x <= 0 ? 0 : hyperbolicTangent(x)
    case .absoluteTanh: abs(hyperbolicTangent(x))
    case .leakyIntegrateAndFire: x <= 0 ? 0 : 1 / (7.5 * log1p(0.05 / x) + 1)
    case .identity: x
    }
  }

  /// f′(x); at a kink, 0.
  public func derivative(at x: Double) -> Double {
    switch self {
    case .rectifier: return x <= 0 ? 0 : 1
    case .softplus(let sharpness): return 1 / (1 + exp(-Double(sharpness) * x))
    case .tanh: return 1 / (cosh(x) * cosh(x))
    case .logistic: return 1 / ((1 + exp(-x)) * (1 + exp(x)))
    case .rectifiedTanh: return x <= 0 ? 0 : 1 / (cosh(x) * cosh(x))
    case .absoluteTanh: return x == 0 ? 0 : (x < 0 ? -1 : 1) / (cosh(x) * cosh(x))
    case .leakyIntegrateAndFire:
      guard x > 0 else { return 0 }
      let from = max(x, 1e-3)
      let rate = value(at: from)
      return rate * rate * 7.5 * 0.05 / (from * (from + 0.05))
    case .identity: return 1
    }
  }

  /// Whether a zero output implies a zero derivative: only then may the gradient with respect to a
  /// unit be skipped where the unit is silent.
  package var zeroOutputMeansZeroDerivative: Bool {
    switch self {
    case .rectifier, .rectifiedTanh, .absoluteTanh, .leakyIntegrateAndFire: true
    case .softplus, .tanh, .logistic, .identity: false
    }
  }

  /// Whether the output is exactly zero over a range of pre-activations, so that a unit can be silent
  /// for all that it is shown.
  package var hasSilentRange: Bool {
    switch self {
    case .rectifier, .rectifiedTanh, .leakyIntegrateAndFire: true
    case .softplus, .tanh, .logistic, .absoluteTanh, .identity: false
    }
  }

  /// Whether outputs can be below 0, before any sign mask.
  package var hasNegativeOutputs: Bool {
    switch self {
    case .tanh, .identity: true
    case .rectifier, .softplus, .logistic, .rectifiedTanh, .absoluteTanh, .leakyIntegrateAndFire:
      false
    }
  }

  /// Whether f(αx) = αf(x) for every α > 0: such a function is linear on either side of 0, and units can
  /// be rescaled.
  ///
  /// *Source:* Glorot, Bordes and Bengio (2011), section 3.1.
  public var isPositivelyHomogeneous: Bool {
    switch self {
    case .rectifier, .identity: true
    case .softplus, .tanh, .logistic, .rectifiedTanh, .absoluteTanh, .leakyIntegrateAndFire: false
    }
  }

  /// Whether the derivative is 1 wherever the output is not zero, so that none need be kept.
  package var hasUnitSlope: Bool { self == .rectifier }

  package var kernelCode: rectifier_activation {
    switch self {
    case .rectifier: RECTIFIER_ACTIVATION_RECTIFIER
    case .softplus: RECTIFIER_ACTIVATION_SOFTPLUS
    case .tanh: RECTIFIER_ACTIVATION_TANH
    case .logistic: RECTIFIER_ACTIVATION_LOGISTIC
    case .rectifiedTanh: RECTIFIER_ACTIVATION_RECTIFIED_TANH
    case .absoluteTanh: RECTIFIER_ACTIVATION_ABSOLUTE_TANH
    case .leakyIntegrateAndFire: RECTIFIER_ACTIVATION_LEAKY_INTEGRATE_AND_FIRE
    case .identity: RECTIFIER_ACTIVATION_IDENTITY
    }
  }

  /// Whether the kernels can take α: a denormal one would be 0 to them.
  static func isValid(sharpness: Float) -> Bool { sharpness > 0 && sharpness.isNormal }

  /// The parameter α of softplus(sharpness:), 1 for all others.
  package var sharpness: Float {
    if case .softplus(let sharpness) = self { sharpness } else { 1 }
  }
}

/// tanh, named apart from the case.
private func hyperbolicTangent(_ x: Double) -> Double {
  #if canImport(Glibc)
    Glibc.tanh(x)
  #else
    Darwin.tanh(x)
  #endif
}
