// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension Reconstruction {
  /// The bias b at which an output without a code is the mean m of its targets: the inverse of the
  /// decoder's link.
  ///
  /// | decoder | b |
  /// |---|---|
  /// | softplus | log(eᵐ − 1) |
  /// | logistic | log(m / (1 − m)) |
  /// | linear, linear before the activation, rectifier | m |
  ///
  /// - Parameter mean: Above 0 for softplus, between 0 and 1 for the logistic decoder.
  public func bias(ofMean mean: Float) -> Float {
    switch self {
    case .softplus: mean + Elementary.log(Self.complement(ofExponential: mean))
    case .logistic: Elementary.log(mean) - Elementary.log(1 - mean)
    case .linear, .linearPreActivation, .rectifier: mean
    }
  }

  /// 1 − e⁻ᵐ, by two terms of its series where the difference would lose digits.
  private static func complement(ofExponential mean: Float) -> Float {
    mean < 0x1p-10 ? mean - mean * mean / 2 : 1 - Elementary.exp(-mean)
  }

  /// What is counted as the mean of a target whose sum over a number of rows is known.
  ///
  /// Where the link never reaches 0 or 1, half a row of target 0 and half a one of target 1 are added, so
  /// that a target that is always the same asks for no infinite bias: (s + ½) / (n + 1).
  func mean(sum: Double, rowCount: Int) -> Float {
    switch self {
    case .softplus, .logistic: Float((sum + 0.5) / (Double(rowCount) + 1))
    case .linear, .linearPreActivation, .rectifier: Float(sum / Double(rowCount))
    }
  }
}
