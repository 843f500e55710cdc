// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierFiles

/// What the records of the networks say of the paper's claims.
package struct AdvantagesResults: Sendable {
  /// Networks that differ in nothing but their seeds, and what came of them.
  package struct Group<Key: Equatable & Sendable>: Sendable {
    package let key: Key
    /// One a network; nil for one that is not done.
    package let records: [TrialRecord?]

    /// Those that are done and did not diverge.
    package var finished: [TrialRecord] { done.filter { $0.divergence == nil } }
    package var done: [TrialRecord] { records.compactMap { $0 } }
    /// Whether there is a network that is not done, or none at all yet.
    package var isOpen: Bool { records.isEmpty || records.contains { $0 == nil } }

    /// The moments of a number over the networks that have it.
    package func moments(_ number: (TrialRecord) -> Double?) -> SampleMoments? {
      SampleMoments(finished.compactMap(number))
    }
  }

  package let recipe: AdvantagesRecipe
  /// One a kind, at the rate that was chosen.
  package let networks: [Group<AdvantagesKind>]
  package let depths: [Group<AdvantagesRecipe.DepthKey>]
  package let rates: [Group<AdvantagesRecipe.RateKey>]
  package let widths: [Group<AdvantagesRecipe.WidthKey>]

  package init(
    _ recipe: AdvantagesRecipe, given record: (Trial) -> TrialRecord?
  ) throws(JSONError) {
    self.recipe = recipe
    networks = try recipe.cells(given: record).map {
      Group(key: $0.kind, records: $0.networks.map(record))
    }
    depths = try recipe.depthGroups().map { Group($0, given: record) }
    rates = try recipe.rateGroups().map { Group($0, given: record) }
    widths = try recipe.widthGroups().map { Group($0, given: record) }
  }

  /// All claims, in the order of the report.
  package var claims: [Claim] {
    [
      zeros, disentangling, variableSize, separability, robustness, storage, gradientFlow,
      boundedness, capacity, linearity,
    ]
  }

  /// With keys that stay the same from version to version.
  package var json: JSONValue { ["claims": .array(claims.map(\.json))] }
}

extension AdvantagesResults.Group {
  fileprivate init(_ group: AdvantagesRecipe.Group<Key>, given record: (Trial) -> TrialRecord?) {
    self.init(key: group.key, records: group.networks.map(record))
  }
}

extension ReportEvidence {
  /// The networks of groups.
  init<Key>(_ groups: [AdvantagesResults.Group<Key>]) {
    self.init(Reproduction.advantages.command, records: groups.flatMap(\.records))
    isOpen = groups.contains { $0.records.isEmpty }
  }
}
