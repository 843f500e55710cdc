// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// By what the epochs of a run compare; the least is the best, of equals the first.
///
/// Without a target of zeros that is the validation result alone. With one, an epoch whose zeros are
/// nearer to it, beyond the tolerance, is better; within the tolerance the validation result decides.
/// An epoch without any penalty that has more zeros than the target counts as within: there is nothing
/// left to take away, and what is near the target there is a network that has not learned yet.
package struct EpochRank: Comparable, Sendable {
  /// How far the mean fraction of zeros on the validation part is beyond the tolerance.
  let distance: Double
  /// As ``score(errorRate:loss:rootMeanSquareError:weightedErrorRate:)`` gives it.
  let score: Double

  /// The validation result that counts: of ordinal classes the root mean square error, of others the
  /// error rate, with the weights of the classes where there are such; else the loss.
  static func score(
    errorRate: Double?, loss: Double, rootMeanSquareError: Double?, weightedErrorRate: Double?
  ) -> Double {
    guard let errorRate else { return loss }
    return rootMeanSquareError ?? weightedErrorRate ?? errorRate
  }

  package static func < (a: EpochRank, b: EpochRank) -> Bool {
    (a.distance, a.score) < (b.distance, b.score)
  }
}

extension TrainingOptions {
  /// The rank of an epoch with these results on the validation part.
  ///
  /// - Parameter activationL1: λ of the epoch's steps, where it is adapted.
  package func rank(
    zeroFraction: [Double], score: Double, hiddenWidths: [Int], activationL1: Float?
  ) -> EpochRank {
    guard let targetZeros, let zeros = ZeroFraction.mean(zeroFraction, widths: hiddenWidths) else {
      return EpochRank(distance: 0, score: score)
    }
    let excess = zeros - Double(targetZeros)
    if excess > 0, activationL1 == 0 { return EpochRank(distance: 0, score: score) }
    return EpochRank(distance: max(0, abs(excess) - ZeroTarget.tolerance), score: score)
  }

  /// The rank of an epoch that has its report.
  package func rank(_ report: EpochReport, hiddenWidths: [Int]) -> EpochRank {
    rank(
      zeroFraction: report.zeroFraction, score: report.validationScore, hiddenWidths: hiddenWidths,
      activationL1: report.activationL1)
  }
}
