// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles

extension Figure3Results {
  /// With keys that stay the same from version to version.
  package var json: JSONValue {
    [
      "data": .string(dataName),
      "trialCount": JSONValue(trialCount),
      "networkCount": JSONValue(networks.count),
      "divergedCount": JSONValue(divergedCount),
      "bins": .array(bins.map(\.json)),
      "fit": .optional(withinPublished.fit, \.json),
      "withoutPenalty": .optional(withoutPenalty, \.json),
      "comparisons": .array(comparisons.map(\.json)),
      "warnings": JSONValue(warnings),
    ]
  }
}

extension Figure3Results.Bin {
  fileprivate var json: JSONValue {
    [
      "zeroFraction": (lowerBound..<upperBound).fractions,
      "networkCount": JSONValue(networks.count),
      "withDeadUnitsCount": JSONValue(networks.count { $0.deadUnitCount > 0 }),
      "testErrorRate": .optional(networks.errorMoments) { JSONValue($0.mean) },
      "standardDeviation": .optional(networks.errorMoments?.standardDeviation) {
        JSONValue($0)
      },
      "publishedCount": JSONValue(published.count),
      "publishedTestErrorRate": .optional(published.errorMoments) { JSONValue($0.mean) },
    ]
  }
}

extension QuadraticFit {
  /// Of percentages against percentages.
  fileprivate var json: JSONValue {
    [
      "quadratic": JSONValue(expanded.quadratic),
      "linear": JSONValue(expanded.linear),
      "constant": JSONValue(expanded.constant),
      "minimumZeroFraction": .optional(minimum?.x) { JSONValue($0.value / 100) },
      "minimumZeroFractionInterval": .optional(minimum?.x.interval95) { $0.fractions },
      "minimumTestErrorRate": .optional(minimum?.y) { JSONValue($0.value / 100) },
      "minimumTestErrorRateInterval": .optional(minimum?.y.interval95) { $0.fractions },
    ]
  }
}

extension Figure3Results.PenaltyGain {
  fileprivate var json: JSONValue {
    [
      "networkCount": JSONValue(errors.count),
      "zeroFraction": JSONValue(zeroFraction),
      "testErrorRate": JSONValue(errors.mean),
      "bestZeroFraction": .optional(bestZeros) { $0.fractions },
      "bestTestErrorRate": .optional(bestErrors) { JSONValue($0.mean) },
      "gain": .optional(gain, \.json),
    ]
  }
}

extension Figure3Results.Comparison {
  fileprivate var json: JSONValue {
    [
      "zeroFraction": zeros.fractions,
      "referenceZeroFraction": reference.fractions,
      "networkCount": JSONValue(networkCount),
      "referenceNetworkCount": JSONValue(referenceCount),
      "difference": .optional(ours, \.json),
      "publishedDifference": .optional(published, \.json),
    ]
  }
}

extension WelchDifference {
  /// Of fractions.
  fileprivate var json: JSONValue {
    [
      "difference": JSONValue(difference),
      "interval95": .array([JSONValue(interval95.lowerBound), JSONValue(interval95.upperBound)]),
    ]
  }
}

extension Range<Int> {
  /// A range of percentages as fractions.
  fileprivate var fractions: JSONValue {
    .array([JSONValue(Double(lowerBound) / 100), JSONValue(Double(upperBound) / 100)])
  }
}

extension ClosedRange<Double> {
  /// A range of percentages as fractions.
  fileprivate var fractions: JSONValue {
    .array([JSONValue(lowerBound / 100), JSONValue(upperBound / 100)])
  }
}
