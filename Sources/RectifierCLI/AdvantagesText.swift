// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments

/// What `reproduce advantages` prints.
enum AdvantagesText {
  /// The verdicts, then why, claim by claim.
  static func lines(_ results: AdvantagesResults) -> [String] {
    let claims = results.claims
    return TextTable.lines(
      [["claim", "verdict", "networks"]]
        + claims.map { [$0.title, $0.verdict.rawValue, $0.evidence.count] })
      + claims.flatMap { claim in
        ["", claim.title] + claim.reasons.map { "  \($0)" }
          + claim.tables.flatMap { table in
            ["", "  " + table.caption]
              + TextTable.lines([table.heading] + table.rows).map { "  " + $0 }
          }
      }
  }
}
