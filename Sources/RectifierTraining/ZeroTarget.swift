// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics

/// A share of zeros among hidden units, and the law by which λ, the penalty on activations, is
/// adapted until the validation part has it.
///
/// With z the mean fraction of exact zeros over all hidden units on the validation part after an
/// epoch, z* the target and U the number of hidden units, each epoch's end takes one step:
///
///     eₜ = logit z* − logit zₜ,   logit z = log(z / (1 − z)), z within [0.001, 0.999]
///     log λₜ₊₁ = log λₜ + clamp(γₜ (Kᵢ eₜ + Kₚ (eₜ − eₜ₋₁)), −log 8, log 8)
///     Kₚ = 1.5; Kᵢ = 1 for eₜ ≥ 0, 3 for eₜ < 0; γₜ = 2^−min(3, max(0, sₜ − 1))
///
/// proportional and integral control of log λ, in the form that adds increments; e₀ is e₁, and sₜ is
/// how often e has changed its sign until then. λ is one number for all hidden layers. It begins at
/// what the options say or, where that is 0, at 0.05/U. Its integral is log λ itself, held from
/// log(0.01/U) to log(300/U), so that it cannot wind up beyond what has an effect; at the lower end
/// λ is 0, the penalty is off, and it comes back from there.
///
/// Each λ follows from the reports of earlier epochs, so a run that is resumed needs nothing else.
package struct ZeroTarget: Sendable {
  /// z*.
  let fraction: Float
  /// λ₁, 0 for the law's own.
  let initial: Float
  let hiddenWidths: [Int]

  /// How far an epoch's zeros may be from the target for it to count as reached.
  package static let tolerance = 0.02
  private static let proportionalGain: Float = 1.5
  private static let integralGain: Float = 1
  /// Of too many zeros: units that have fallen silent are slow to come back.
  private static let loweringGain: Float = 3
  private static let largestFactor: Float = 8
  /// λ times the number of hidden units.
  private static let first: Float = 0.05
  private static let range: ClosedRange<Float> = 0.01...300

  private var unitCount: Float { Float(hiddenWidths.reduce(0, +)) }

  /// λ of the epoch after some others.
  ///
  /// - Complexity: O(epochs).
  package func coefficient(after reports: [EpochReport]) -> Float {
    guard let last = reports.last else {
      let first = initial == 0 ? Self.first : initial * unitCount
      return min(max(first, Self.range.lowerBound), Self.range.upperBound) / unitCount
    }
    let errors = reports.map(error)
    let (error, earlier) = (errors.last!, errors.dropLast().last ?? errors.last!)
    let signChanges = zip(errors, errors.dropFirst()).count { $0 * $1 < 0 }
    let integral = error < 0 ? Self.loweringGain : Self.integralGain
    let increment = integral * error + Self.proportionalGain * (error - earlier)
    let limit = Elementary.log(Self.largestFactor)
    let damped = increment / Float(1 << min(3, max(0, signChanges - 1)))
    let step = min(max(damped, -limit), limit)
    let least = Self.range.lowerBound / unitCount
    let next = max(last.activationL1 ?? 0, least) * Elementary.exp(step)
    return next <= least ? 0 : min(next, Self.range.upperBound / unitCount)
  }

  /// e of an epoch.
  private func error(_ report: EpochReport) -> Float {
    let zeros = ZeroFraction.mean(report.zeroFraction, widths: hiddenWidths) ?? 0
    return Self.logit(fraction) - Self.logit(Float(zeros))
  }

  private static func logit(_ fraction: Float) -> Float {
    let z = min(max(fraction, 0.001), 0.999)
    return Elementary.log(z / (1 - z))
  }
}

extension TrainingOptions {
  /// How λ is adapted; nil where it stays as it is.
  package func zeroTarget(hiddenWidths: [Int]) -> ZeroTarget? {
    targetZeros.map {
      ZeroTarget(fraction: $0, initial: activationL1.first ?? 0, hiddenWidths: hiddenWidths)
    }
  }
}
