// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis

extension AdvantagesResults {
  /// A number of rectifier networks beside that of each other kind, at equal widths.
  struct Comparison {
    struct Other {
      let kind: AdvantagesKind
      /// That of rectifiers less that of the others.
      let difference: WelchDifference
    }

    let others: [Other]
    /// Whether the number should be lower for rectifiers.
    let wantsLower: Bool

    /// Those that rectifiers are better than, beyond chance.
    var beaten: [Other] {
      others.filter {
        wantsLower
          ? $0.difference.interval95.upperBound < 0 : $0.difference.interval95.lowerBound > 0
      }
    }

    /// Supported where all are beaten, not supported where none is.
    var verdict: Claim.Verdict {
      others.isEmpty
        ? .open
        : beaten.isEmpty ? .notSupported : beaten.count == others.count ? .supported : .mixed
    }

    /// Whom rectifiers are better than: `better than softplus and tanh, not better than logistic`.
    var text: String {
      let better = beaten.map(\.kind.name)
      let rest = others.map(\.kind.name).filter { !better.contains($0) }
      let parts = [("better than ", " and ", better), ("not better than ", " or ", rest)]
      return parts.filter { !$0.2.isEmpty }.map { $0.0 + $0.2.joined(separator: $0.1) }
        .joined(separator: ", ")
    }
  }

  /// Whether networks of all kinds are done.
  var areNetworksDone: Bool { networks.allSatisfy { !$0.isOpen } }

  /// The plain rectifier networks.
  var rectifiers: Group<AdvantagesKind>? { networks.first { $0.key.isPlainRectifier } }

  /// The rectifier networks with an L1 penalty.
  var penalised: Group<AdvantagesKind>? {
    networks.first { $0.key.isRectifier && $0.key.activationL1 > 0 }
  }

  /// Rectifiers, the plain ones unless said otherwise, beside units of other kinds.
  func comparison(
    of group: Group<AdvantagesKind>? = nil, wantsLower: Bool,
    _ number: (TrialRecord) -> Double?
  ) -> Comparison {
    let own = (group ?? rectifiers)?.moments(number)
    return Comparison(
      others: networks.filter { !$0.key.isRectifier }.compactMap { group in
        WelchDifference(own, less: group.moments(number)).map {
          Comparison.Other(kind: group.key, difference: $0)
        }
      }, wantsLower: wantsLower)
  }

  /// What the same comparison says of penalised rectifiers, which no verdict goes by.
  func penalisedReason(
    wantsLower: Bool, _ number: (TrialRecord) -> Double?
  ) -> [String] {
    guard let penalised else { return [] }
    let found = comparison(of: penalised, wantsLower: wantsLower, number)
    return found.others.isEmpty
      ? [] : ["The same of rectifiers with the L1 penalty: \(found.text)."]
  }

  /// A row a kind: its name, then each number's mean ± standard deviation.
  func networkTable(
    _ caption: String,
    _ columns: [(
      heading: String, text: (SampleMoments) -> String, number: (TrialRecord) -> Double?
    )]
  ) -> ReportSection.Table {
    ReportSection.Table(
      caption, heading: ["kind"] + columns.map(\.heading),
      rows: networks.map { group in
        [group.key.name]
          + columns.map { column in group.moments(column.number).map(column.text) ?? "–" }
      })
  }

  /// A claim of which networks side by side speak.
  func networkClaim(_ title: String, _ statement: String) -> Claim {
    Claim(
      title: title, statement: statement, verdict: .open, reasons: [],
      evidence: ReportEvidence(networks))
  }
}

extension SampleMoments {
  /// Of fractions: `1.43 ± 0.06 %`.
  static func percent(_ moments: SampleMoments) -> String { moments.text }

  /// `0.123 ± 0.004`.
  static func plain(_ moments: SampleMoments) -> String {
    NumberText.fixed(moments.mean, decimals: 3)
      + (moments.standardDeviation.map { " ± " + NumberText.fixed($0, decimals: 3) } ?? "")
  }

  /// `123 ± 4`.
  static func whole(_ moments: SampleMoments) -> String {
    NumberText.fixed(moments.mean, decimals: 0)
      + (moments.standardDeviation.map { " ± " + NumberText.fixed($0, decimals: 0) } ?? "")
  }
}
