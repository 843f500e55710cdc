// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining
import Testing

/// Which of two epochs is the better one.
@Suite struct EpochRankTests {
  private func rank(
    _ zeros: Double, _ score: Double, loss: Double = 1, target: Float? = 0.85, l1: Float = 1e-5,
    ties: EpochTies = .first
  ) -> EpochRank {
    TrainingOptions(activationL1: [0], targetZeros: target, epochTies: ties)
      .rank(
        zeroFraction: [zeros], score: score, loss: loss, hiddenWidths: [10], activationL1: l1)
  }

  @Test func ofEqualScoresTheLossDecidesWhereItIsAskedFor() {
    func ranks(_ ties: EpochTies) -> [EpochRank] {
      [(0.1, 2), (0.1, 1), (0.2, 0.5)].map { score, loss in
        rank(0, score, loss: loss, target: nil, ties: ties)
      }
    }
    let (first, loss) = (ranks(.first), ranks(.loss))
    #expect(!(first[1] < first[0]) && !(first[0] < first[1]) && first[0] < first[2])
    #expect(loss[1] < loss[0] && loss[0] < loss[2] && loss[1] < loss[2])
    // Zeros come first all the same.
    #expect(rank(0.85, 0.1, loss: 2, ties: .loss) < rank(0.5, 0.1, loss: 1, ties: .loss))
  }

  @Test func withoutATargetTheResultDecides() {
    #expect(rank(0, 0.1, target: nil) < rank(0.85, 0.2, target: nil))
    #expect(!(rank(0.85, 0.2, target: nil) < rank(0, 0.2, target: nil)))
  }

  @Test func withinTheToleranceTheResultDecides() {
    #expect(rank(0.869, 0.1) < rank(0.85, 0.2) && rank(0.831, 0.1) < rank(0.869, 0.2))
    #expect(!(rank(0.85, 0.2) < rank(0.84, 0.2)))
  }

  @Test func whatIsWithinIsBetterThanWhatIsNotAndNearerIsBetter() {
    #expect(rank(0.86, 0.9) < rank(0.7, 0.01) && rank(0.86, 0.9) < rank(0.88, 0.01))
    #expect(rank(0.8, 0.9) < rank(0.7, 0.01) && rank(0.9, 0.9) < rank(0.95, 0.01))
  }

  @Test func moreZerosWithoutAnyPenaltyAreWithin() {
    #expect(rank(0.95, 0.1, l1: 0) < rank(0.85, 0.2))
    #expect(rank(0.85, 0.1) < rank(0.95, 0.2, l1: 0))
    #expect(rank(0.82, 0.9) < rank(0.7, 0.1, l1: 0))
  }
}
