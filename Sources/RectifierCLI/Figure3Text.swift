// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments

/// What `reproduce figure3` prints.
enum Figure3Text {
  /// One row for every five points of zeros, what they say, and what is missing.
  static func lines(_ results: Figure3Results) -> [String] {
    let head = [
      "zeros", "networks", "with dead units", "test error", "std. deviation", "paper's networks",
      "test error",
    ]
    let rows = results.bins.map { bin in
      let ours = bin.networks.errorMoments
      return [
        "\(bin.lowerBound) … \(bin.upperBound) %", "\(bin.networks.count)",
        "\(bin.networks.count { $0.deadUnitCount > 0 })",
        ours.map { NumberText.percent($0.mean) } ?? "–",
        ours?.standardDeviation.map { NumberText.percent($0) } ?? "–",
        "\(bin.published.count)",
        bin.published.errorMoments.map { NumberText.percent($0.mean) } ?? "–",
      ]
    }
    return TextTable.lines([head] + rows) + [""]
      + results.findings.flatMap { [$0, ""] }
      + results.warnings.map { "warning: \($0)" } + [count(results)]
  }

  private static func count(_ results: Figure3Results) -> String {
    let done = results.networks.count + results.divergedCount
    return "\(done) of \(results.trialCount) networks are done"
      + (results.divergedCount > 0 ? ", \(results.divergedCount) of them diverged." : ".")
  }
}
