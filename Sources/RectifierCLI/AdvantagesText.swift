// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments

/// What `reproduce advantages` prints.
enum AdvantagesText {
  /// The verdicts, then why, claim by claim.
  static func lines(_ results: AdvantagesResults) -> [String] {
    let claims = results.claims
    let rows = claims.map { [$0.title, $0.verdict.rawValue, $0.evidence.count] }
    var lines = TextTable.lines([["claim", "verdict", "networks"]] + rows)
    for claim in claims {
      lines += ["", claim.title] + claim.reasons.map { "  " + $0 }
      for table in claim.tables {
        lines += ["", "  " + table.caption]
        lines += TextTable.lines([table.heading] + table.rows).map { "  " + $0 }
      }
    }
    return lines
  }
}
