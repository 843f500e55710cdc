// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// By what the epochs of a run compare; the least is the best, of equals the first.
///
/// Without a target of zeros that is the validation score alone, or, of equal ones, the loss where the
/// options say so. With one, an epoch whose zeros are
/// nearer to it, beyond the tolerance, is better; within the tolerance the validation result decides.
/// An epoch without any penalty that has more zeros than the target counts as within: there is nothing
/// left to take away, and what is near the target there is a network that has not learned yet.
package struct EpochRank: Comparable, Sendable {
  /// How far the mean fraction of zeros on the validation part is beyond the tolerance.
  let distance: Double
  /// The task's own score, as `TaskScore` has it.
  let score: Double
  /// The validation loss where it decides between equal scores; else 0.
  let loss: Double

  package static func < (a: EpochRank, b: EpochRank) -> Bool {
    (a.distance, a.score, a.loss) < (b.distance, b.score, b.loss)
  }
}

extension TrainingOptions {
  /// The rank of an epoch with these results on the validation part.
  ///
  /// - Parameter activationL1: λ of the epoch's steps, where it is adapted.
  package func rank(
    zeroFraction: [Double], score: Double, loss: Double, hiddenWidths: [Int],
    activationL1: Float?
  ) -> EpochRank {
    EpochRank(
      distance: distance(
        zeroFraction: zeroFraction, hiddenWidths: hiddenWidths, activationL1: activationL1),
      score: score, loss: epochTies == .loss ? loss : 0)
  }

  /// How far the zeros are from their target, beyond the tolerance; 0 without one.
  private func distance(
    zeroFraction: [Double], hiddenWidths: [Int], activationL1: Float?
  ) -> Double {
    guard let targetZeros, let zeros = ZeroFraction.mean(zeroFraction, widths: hiddenWidths) else {
      return 0
    }
    let excess = zeros - Double(targetZeros)
    if excess > 0, activationL1 == 0 { return 0 }
    return max(0, abs(excess) - ZeroTarget.tolerance)
  }

  /// The rank of an epoch that has its report.
  package func rank(_ report: EpochReport, hiddenWidths: [Int]) -> EpochRank {
    rank(
      zeroFraction: report.zeroFraction,
      score: report.validation.score ?? report.validationLoss, loss: report.validationLoss,
      hiddenWidths: hiddenWidths, activationL1: report.activationL1)
  }
}
