// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis

extension AdvantagesResults {
  /// The fraction of silenced units that robustness is judged by.
  static let judgedFraction = 0.5

  /// Whether codes are spread over so many units that some of them can be missed.
  var robustness: Claim {
    let fraction = NumberText.percent(Self.judgedFraction, decimals: 0)
    var claim = networkClaim(
      "Distributed but sparse",
      "A sparse code is still distributed: what it can say grows exponentially with its non-zero units"
        + " (section 2.2), and no single unit matters much. Units are silenced at random in every hidden"
        + " layer, or noise is added in units of the layer's root-mean-square activation. Supported if,"
        + " with \(fraction) of the units silenced, rectifier networks keep more accuracy than those of"
        + " every other unit, mixed if than some.")
    func silenced(_ fraction: Double) -> (TrialRecord) -> Double? {
      { $0.observed("silencedAccuracy", at: fraction, of: "silencedFractions") }
    }
    func noisy(_ level: Double) -> (TrialRecord) -> Double? {
      { $0.observed("noisyAccuracy", at: level, of: "noiseLevels") }
    }
    claim.tables = [
      networkTable(
        "Accuracy on 1,000 test images, and the share of units that carry the mean activation of a"
          + " class (participation ratio):",
        [
          ("undisturbed", SampleMoments.percent, { $0.observed("accuracy") }),
          ("20 % silenced", SampleMoments.percent, silenced(0.2)),
          ("\(fraction) silenced", SampleMoments.percent, silenced(Self.judgedFraction)),
          ("70 % silenced", SampleMoments.percent, silenced(0.7)),
          ("noise 0.3", SampleMoments.percent, noisy(0.3)),
          ("noise 1", SampleMoments.percent, noisy(1)),
          ("participation", SampleMoments.plain, { $0.observedLast("participation") }),
        ])
    ]
    guard areNetworksDone else { return claim }
    let found = comparison(wantsLower: false, silenced(Self.judgedFraction))
    claim.verdict = found.verdict
    let kept = rectifiers?.moments(silenced(Self.judgedFraction)).map(SampleMoments.percent) ?? "–"
    claim.reasons =
      [
        "With \(fraction) of all hidden units silenced rectifier networks are right on \(kept) of the"
          + " images: \(found.text)."
      ] + penalisedReason(wantsLower: false, silenced(Self.judgedFraction))
    return claim
  }

  /// Whether zeros save bytes.
  var storage: Claim {
    var claim = networkClaim(
      "Storage",
      "Sparse codes are cheaper to store (section 2.2 has them as efficient representations of variable"
        + " size). Supported if the code of the last hidden layer takes fewer bytes as positions and"
        + " values, or as a bit mask and values, than as all values, in every rectifier network.")
    claim.tables = [
      networkTable(
        "Bytes of the last hidden layer's code, an image:",
        [
          ("positions and values", SampleMoments.whole, { $0.observedLast("positionBytes") }),
          ("mask and values", SampleMoments.whole, { $0.observedLast("maskBytes") }),
          ("all values", SampleMoments.whole, { $0.observedLast("denseBytes") }),
        ])
    ]
    guard areNetworksDone, let rectifiers, !rectifiers.finished.isEmpty else { return claim }
    let ratios = rectifiers.finished.compactMap { record -> Double? in
      guard let positions = record.observedLast("positionBytes"),
        let mask = record.observedLast("maskBytes"), let dense = record.observedLast("denseBytes")
      else { return nil }
      return min(positions, mask) / dense
    }
    guard let ratio = SampleMoments(ratios) else { return claim }
    claim.verdict = ratios.allSatisfy { $0 < 1 } ? .supported : .notSupported
    claim.reasons = [
      "The smaller of the two sparse forms takes \(ratio.text) of the bytes of all values."
    ]
    return claim
  }
}
