// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis

extension Figure3Results {
  /// What the networks say of the paper's claims, a sentence or two each. Claims of which the
  /// networks say nothing yet are left out.
  package var findings: [String] {
    [fitFinding, gainFinding].compactMap { $0 } + comparisons.compactMap(\.finding)
  }

  private var fitFinding: String? {
    guard let minimum = withinPublished.fit?.minimum else { return nil }
    return "The parabola through our networks, as far as the paper's zeros go, is lowest at"
      + " \(Self.text(minimum.x, decimals: 1))"
      + " zeros, with an error of \(Self.text(minimum.y, decimals: 2)); the paper's at"
      + " \(NumberText.fixed(Self.publishedMinimum.zeros, decimals: 1)) %, with"
      + " \(NumberText.fixed(Self.publishedMinimum.error, decimals: 2)) %."
  }

  /// A percentage with its interval.
  private static func text(_ estimate: QuadraticFit.Estimate, decimals: Int) -> String {
    let range = estimate.interval95
    return "\(NumberText.fixed(estimate.value, decimals: decimals)) %"
      + " (\(NumberText.fixed(range.lowerBound, decimals: decimals)) …"
      + " \(NumberText.fixed(range.upperBound, decimals: decimals)))"
  }

  private var gainFinding: String? {
    guard let found = withoutPenalty, let zeros = found.bestZeros, let best = found.bestErrors,
      let gain = found.gain
    else { return nil }
    return "\(found.errors.count) networks without penalty have"
      + " \(NumberText.percent(found.zeroFraction, decimals: 1)) zeros and an error of"
      + " \(NumberText.percent(found.errors.mean)); penalised ones do best with"
      + " \(NumberText.percentRange(zeros)) zeros, where \(best.count) have"
      + " \(NumberText.percent(best.mean)): a gain of \(gain.points). "
      + Self.verdict(
        gain,
        above: "So penalised networks are more accurate there, though the best five points"
          + " were taken after all were seen.",
        below: "So networks without penalty err less than these.",
        neither:
          "So these networks do not show that a penalty, or the zeros that it makes, increases"
          + " accuracy.")
  }

  fileprivate static func verdict(
    _ difference: WelchDifference, above: String, below: String, neither: String
  ) -> String {
    let range = difference.interval95
    return range.lowerBound > 0 ? above : range.upperBound < 0 ? below : neither
  }
}

extension Figure3Results.Comparison {
  fileprivate var finding: String? {
    guard let ours else { return nil }
    return "Networks with \(NumberText.percentRange(zeros)) zeros err by \(ours.points) more than"
      + " those with \(NumberText.percentRange(reference))"
      + " (\(networkCount) networks against \(referenceCount)): "
      + Figure3Results.verdict(
        ours, above: "higher.", below: "lower.",
        neither: "no more than chance can make.")
  }
}
