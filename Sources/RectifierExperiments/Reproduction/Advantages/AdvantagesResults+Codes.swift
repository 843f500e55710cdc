// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis

extension AdvantagesResults {
  /// The size of the move that disentangling is judged by, in units of the distance of two samples.
  static let judgedMove = 0.1

  /// Whether zeros are exact, and there from the beginning.
  var zeros: Claim {
    var claim = networkClaim(
      "Exact zeros",
      "A rectifier gives codes of exact zeros, about half of them before training (section 3); a"
        + " logistic unit's steady state is half of its range, and no unit of the others is ever"
        + " silent (section 2.1). Supported if only rectifier networks have exact zeros, and between"
        + " 45 and 55 % of their first layer are silent before training.")
    claim.tables = [
      networkTable(
        "The last hidden layer on the test images:",
        [
          ("exact zeros", SampleMoments.percent, { $0.observedLast("zeroFraction") }),
          ("|h| < 0.05", SampleMoments.percent, { $0.observedLast("nearZeroFraction") }),
          ("dead units", SampleMoments.whole, { $0.observedLast("deadUnitCount") }),
          ("always on", SampleMoments.whole, { $0.observedLast("alwaysOnUnitCount") }),
          ("effective units", SampleMoments.whole, { $0.observedLast("effectiveUnitCount") }),
          ("at rest, of the range", SampleMoments.plain, { $0.observedLast("restingShare") }),
          ("mean, of the range", SampleMoments.plain, { $0.observedLast("meanShare") }),
        ])
    ]
    let starts = depths.filter(\.key.kind.isPlainRectifier).flatMap(\.done).compactMap {
      $0.observedEpoch(.first, "openFraction").first ?? nil
    }
    guard areNetworksDone, let start = SampleMoments(starts) else { return claim }
    let others = networks.filter { !$0.key.isRectifier }
    let areOthersDense = others.allSatisfy { group in
      group.finished.allSatisfy { ($0.observedLast("zeroFraction") ?? 0) == 0 }
    }
    let silent = 1 - start.mean
    let own = rectifiers?.moments { $0.observedLast("zeroFraction") }
    claim.verdict =
      !areOthersDense || (own?.mean ?? 0) == 0
      ? .notSupported : (0.45...0.55).contains(silent) ? .supported : .mixed
    claim.reasons = [
      "Before training \(NumberText.percent(silent, decimals: 1)) of the first layer's rectifiers are"
        + " silent, mean of \(start.count) networks; after it"
        + " \(own?.text ?? "–") of the last layer's are. Networks of other units have"
        + (areOthersDense ? " no exact zero." : " exact zeros, too.")
    ]
    return claim
  }

  /// Whether small moves of the input change little of the code.
  var disentangling: Claim {
    let move = NumberText.percent(Self.judgedMove, decimals: 0)
    var claim = networkClaim(
      "Disentangling",
      "A small change of the input changes almost every entry of a dense code, whereas the non-zero"
        + " entries of a sparse one are roughly conserved (section 2.2). Inputs are moved by \(move) of"
        + " the distance of two images, in random directions. Supported if rectifier networks keep nine"
        + " tenths of their active units, and the code of their last hidden layer moves less, of the"
        + " distance of two codes, than in networks of every other unit; mixed if only one of the two"
        + " holds, or less than in networks of some. Networks compare where their errors are alike."
    )
    func at(_ key: String) -> (TrialRecord) -> Double? {
      { $0.observedLast(key, at: Self.judgedMove, of: "moveSizes") }
    }
    claim.tables = [
      networkTable(
        "The last hidden layer, its inputs moved by \(move):",
        [
          ("test error", SampleMoments.percent, { $0.results?.testErrorRate }),
          ("active units in both", SampleMoments.percent, at("overlap")),
          ("change, of two codes' distance", SampleMoments.plain, at("distanceChange")),
          ("change, of the code's norm", SampleMoments.plain, at("relativeChange")),
          ("cosine", SampleMoments.plain, at("cosine")),
        ])
    ]
    guard areNetworksDone, let overlap = rectifiers?.moments(at("overlap")) else { return claim }
    let found = comparison(wantsLower: true, at("distanceChange"))
    let keepsUnits = overlap.mean >= 0.9
    claim.verdict =
      keepsUnits && found.verdict == .supported
      ? .supported : keepsUnits || !found.beaten.isEmpty ? .mixed : .notSupported
    claim.reasons =
      [
        "Rectifier networks keep \(overlap.text) of their active units; of the distance of two codes,"
          + " the code's change is \(found.text)."
      ] + penalisedReason(wantsLower: true, at("distanceChange"))
    return claim
  }

  /// Whether the number of active units goes with the input.
  var variableSize: Claim {
    var claim = networkClaim(
      "Variable-size representation",
      "Varying the number of active units lets a model control how much it uses for a given input"
        + " (section 2.2). Supported if the number varies and goes with the margin of the prediction"
        + " (Spearman's ρ, its mean over networks beyond chance from 0), mixed if it varies alone.")
    claim.tables = [
      networkTable(
        "The last hidden layer on the test images:",
        [
          ("active units", SampleMoments.whole, { $0.observedLast("activeUnitCount") }),
          (
            "standard deviation over images", SampleMoments.plain,
            { $0.observedLast("activeUnitDeviation") }
          ),
          ("ρ with the margin", SampleMoments.plain, { $0.observedLast("marginCorrelation") }),
          ("ρ with ink", SampleMoments.plain, { $0.observedLast("inkCorrelation") }),
        ])
    ]
    guard areNetworksDone, let rectifiers,
      let deviation = rectifiers.moments({ $0.observedLast("activeUnitDeviation") })
    else { return claim }
    let correlation = rectifiers.moments { $0.observedLast("marginCorrelation") }
    let goesWithMargin = correlation?.interval95.map { !$0.contains(0) } ?? false
    claim.verdict = deviation.mean == 0 ? .notSupported : goesWithMargin ? .supported : .mixed
    claim.reasons = [
      "The number of active rectifiers has a standard deviation of"
        + " \(NumberText.fixed(deviation.mean, decimals: 1)) over images; its rank correlation with"
        + " the margin is \(correlation.map(SampleMoments.plain) ?? "–"). Units of other kinds are all"
        + " active for every image."
    ]
    return claim
  }

  /// Whether a linear classifier does better on the code.
  var separability: Claim {
    var claim = networkClaim(
      "Linear separability",
      "Sparse codes are more likely to be linearly separable, or with less machinery, because they are"
        + " in a space of many dimensions (section 2.2). A linear classifier with a fixed recipe learns"
        + " from the code of the last hidden layer, in five folds of 2,000 test images. Supported if it"
        + " errs less on rectifiers than on every other unit, mixed if than on some.")
    claim.tables = [
      networkTable(
        "Errors of the linear classifier:",
        [
          ("on the images", SampleMoments.percent, { $0.observed("inputProbeErrorRate") }),
          (
            "on random rectifiers", SampleMoments.percent,
            { $0.observedLast("randomProbeErrorRate") }
          ),
          (
            "on the first layer", SampleMoments.percent,
            { $0.observedLayers("probeErrorRate").first ?? nil }
          ),
          ("on the last layer", SampleMoments.percent, { $0.observedLast("probeErrorRate") }),
        ])
    ]
    guard areNetworksDone else { return claim }
    let error: (TrialRecord) -> Double? = { $0.observedLast("probeErrorRate") }
    let found = comparison(wantsLower: true, error)
    claim.verdict = found.verdict
    claim.reasons =
      [
        "The linear classifier's error on the last layer of rectifiers,"
          + " \(rectifiers?.moments(error).map(SampleMoments.percent) ?? "–"), is \(found.text)."
      ] + penalisedReason(wantsLower: true, error)
    return claim
  }
}
