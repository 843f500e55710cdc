// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The activations once more, in `Double` and in formulas of their own, as plainly as they can be
/// written: for moderate x.
extension Activation {
  package func oracleValue(_ x: Double) -> Double {
    let growth = exp(2 * x)
    let tanh = (growth - 1) / (growth + 1)
    switch self {
    case .rectifier: return x > 0 ? x : 0
    case .softplus(let sharpness):
      // The plain formula overflows for sharp ones, and loses what is small beside 1.
      let scaled = Double(sharpness) * x
      return scaled > 30
        ? x + exp(-scaled) / Double(sharpness) : log1p(exp(scaled)) / Double(sharpness)
    case .tanh: return tanh
    case .logistic: return 1 / (1 + exp(-x))
    case .rectifiedTanh: return x > 0 ? tanh : 0
    case .absoluteTanh: return x > 0 ? tanh : -tanh
    case .leakyIntegrateAndFire: return x > 0 ? 1 / (1 + 7.5 * log((x + 0.05) / x)) : 0
    case .identity: return x
    }
  }

  package func oracleDerivative(_ x: Double) -> Double {
    switch self {
    case .rectifier: return x > 0 ? 1 : 0
    case .softplus(let sharpness):
      return Activation.logistic.oracleValue(Double(sharpness) * x)
    case .tanh:
      let y = oracleValue(x)
      return 1 - y * y
    case .logistic:
      let y = oracleValue(x)
      return y * (1 - y)
    case .rectifiedTanh: return x > 0 ? Activation.tanh.oracleDerivative(x) : 0
    case .absoluteTanh:
      let side = x > 0 ? 1.0 : x < 0 ? -1.0 : 0.0
      return side * Activation.tanh.oracleDerivative(x)
    case .leakyIntegrateAndFire:
      guard x > 0 else { return 0 }
      let c = max(x, 1e-3)
      let period = 1 + 7.5 * log((c + 0.05) / c)
      return 7.5 * (1 / c - 1 / (c + 0.05)) / (period * period)
    case .identity: return 1
    }
  }
}
