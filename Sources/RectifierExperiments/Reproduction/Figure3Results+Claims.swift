// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis

extension Figure3Results {
  /// Two groups of networks whose test errors are compared.
  package struct Comparison: Equatable, Sendable {
    /// A group's zeros, in percent: 80 ..< 85.
    package var zeros: Range<Int>
    /// Those of the group that it is compared with.
    package var reference: Range<Int>
    /// Our networks in the group.
    package var networkCount: Int
    /// Those in the group that it is compared with.
    package var referenceCount: Int
    /// Of the mean test errors, 0…1; nil where a group is too small, and where there is no spread.
    package var ours: WelchDifference?
    /// The same of the paper's networks, however many they are.
    package var published: WelchDifference?

    /// Whether both groups hold enough networks for a statement about them.
    package var isSufficient: Bool {
      min(networkCount, referenceCount) >= Figure3Results.sufficientCount
    }
  }

  /// What a penalty gains: networks without one against the best of those that have one.
  package struct PenaltyGain: Equatable, Sendable {
    /// Mean zeros of the networks without penalty, 0…1.
    package var zeroFraction: Double
    /// Their test errors, 0…1.
    package var errors: SampleMoments
    /// The five points of zeros, in percent, where penalised networks have the lowest mean error;
    /// nil unless each five points between 75 and 95 % hold enough of them to be the best.
    package var bestZeros: Range<Int>?
    package var bestErrors: SampleMoments?

    /// The mean error without penalty less that of the best, 0…1: above 0 where a penalty helps.
    ///
    /// The best is taken after all are seen, so that chance speaks for the penalty.
    package var gain: WelchDifference? { WelchDifference(errors, less: bestErrors) }
  }

  /// The zeros, in percent, between which each five points have to hold enough networks.
  static let coveredZeros = 75..<95
  /// How many are enough.
  static let sufficientCount = 15

  /// Bins that hold fewer networks than a statement about them needs.
  package var thinBins: [(zeros: Range<Int>, networkCount: Int)] { networks.thinBins }

  /// The networks with no more zeros than any of the paper's: what a curve beside the paper's goes
  /// through. Beyond them errors rise steeply, and would bend it.
  package var withinPublished: [Network] {
    let most = Self.published.map(\.zeroFraction).max() ?? 1
    return networks.filter { $0.zeroFraction <= most }
  }

  /// What a reader of the figure has to know about its data.
  package var warnings: [String] {
    guard !thinBins.isEmpty else { return [] }
    let bins = thinBins.map { "\($0.networkCount) with \(NumberText.percentRange($0.zeros)) zeros" }
    return [
      "fewer than \(Self.sufficientCount) networks in five points of zeros: "
        + bins.joined(separator: ", ")
    ]
  }

  /// Whether the error is flat up to 85 % zeros, and rises from there.
  package var comparisons: [Comparison] {
    [(80..<85, 70..<80), (85..<90, 70..<85), (90..<95, 70..<85)].map { zeros, reference in
      Comparison(zeros: zeros, reference: reference, of: networks)
    }
  }

  /// Whether penalised networks do better; nil without any network that has no penalty.
  package var withoutPenalty: PenaltyGain? {
    let plain = networks.filter { $0.activationL1 == 0 }
    guard let errors = plain.errorMoments, let zeros = SampleMoments(plain.map(\.zeroFraction))
    else { return nil }
    let penalised = networks.filter { ($0.activationL1 ?? 0) > 0 }
    let best = penalised.thinBins.isEmpty ? penalised.bestBin : nil
    return PenaltyGain(
      zeroFraction: zeros.mean, errors: errors, bestZeros: best?.zeros, bestErrors: best?.errors)
  }
}

extension Figure3Results.Comparison {
  fileprivate init(
    zeros: Range<Int>, reference: Range<Int>, of networks: [Figure3Results.Network]
  ) {
    self.init(
      zeros: zeros, reference: reference, networkCount: networks.with(zeros: zeros).count,
      referenceCount: networks.with(zeros: reference).count,
      published: Figure3Results.published.difference(zeros: zeros, less: reference))
    if isSufficient { ours = networks.difference(zeros: zeros, less: reference) }
  }
}

extension [Figure3Results.Network] {
  /// The bins between 75 and 95 % that hold fewer networks than a statement about them needs.
  fileprivate var thinBins: [(zeros: Range<Int>, networkCount: Int)] {
    Figure3Results.binRanges(in: Figure3Results.coveredZeros)
      .map { (zeros: $0, networkCount: with(zeros: $0).count) }
      .filter { $0.networkCount < Figure3Results.sufficientCount }
  }

  /// Of the bins that hold enough networks, that with the lowest mean error.
  fileprivate var bestBin: (zeros: Range<Int>, errors: SampleMoments)? {
    Figure3Results.binRanges(in: 0..<100)
      .compactMap { zeros in
        with(zeros: zeros).errorMoments.map { (zeros: zeros, errors: $0) }
      }
      .filter { $0.errors.count >= Figure3Results.sufficientCount }
      .min { $0.errors.mean < $1.errors.mean }
  }

  /// The parabola of test error against zeros, both in percent.
  package var fit: QuadraticFit? {
    QuadraticFit(map { (x: 100 * $0.zeroFraction, y: 100 * $0.testErrorRate) })
  }

  fileprivate func difference(zeros: Range<Int>, less reference: Range<Int>) -> WelchDifference? {
    WelchDifference(with(zeros: zeros).errorMoments, less: with(zeros: reference).errorMoments)
  }
}
