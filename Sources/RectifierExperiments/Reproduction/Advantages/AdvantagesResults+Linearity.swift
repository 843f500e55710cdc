// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis

extension AdvantagesResults {
  /// Differences of an affine map and the network's own sums that rounding explains.
  static let roundingLimit = 1e-4

  /// Whether active units select one linear model of very many.
  var linearity: Claim {
    var claim = networkClaim(
      "Piecewise linearity",
      "The input selects the active units, and given these the network is linear: an exponential number"
        + " of linear models that share parameters (section 3.1). Supported if the affine map of the"
        + " active units gives the network's outputs but for rounding (10⁻⁴ of the largest), in every"
        + " rectifier network, and more than half of the test images have a pattern of their own; mixed"
        + " if only the first holds.")
    claim.tables = [
      ReportSection.Table(
        "Rectifier networks on the test images:",
        heading: [
          "kind", "distinct patterns", "images", "share of the commonest", "largest difference",
          "distance to the next kink, of the image's norm",
        ],
        rows: networks.filter(\.key.isRectifier).map { group in
          [
            group.key.name,
            group.moments { $0.observed("patternCount") }.map(SampleMoments.whole) ?? "–",
            group.moments { $0.observed("patternSampleCount") }.map(SampleMoments.whole) ?? "–",
            group.moments { $0.observed("largestPatternShare") }.map(SampleMoments.percent) ?? "–",
            group.moments { $0.observed("largestMapDifference") }
              .map { NumberText.rounded(Float($0.mean)) } ?? "–",
            group.moments { $0.observed("relativeKinkDistance") }
              .map { NumberText.rounded(Float($0.mean)) } ?? "–",
          ]
        })
    ]
    let own = networks.filter(\.key.isRectifier)
    let records = own.flatMap(\.finished)
    guard own.allSatisfy({ !$0.isOpen }), !records.isEmpty else { return claim }
    let differences = records.compactMap { $0.observed("largestMapDifference") }
    let shares = records.compactMap { record in
      record.observed("patternCount").flatMap { count in
        record.observed("patternSampleCount").map { count / $0 }
      }
    }
    guard let difference = differences.max(), let share = shares.min() else { return claim }
    claim.verdict =
      difference > Self.roundingLimit ? .notSupported : share > 0.5 ? .supported : .mixed
    claim.reasons = [
      "The map and the network differ by at most \(NumberText.rounded(Float(difference))) of the"
        + " largest output; at least \(NumberText.percent(share, decimals: 1)) as many patterns were"
        + " met as images."
    ]
    return claim
  }
}
