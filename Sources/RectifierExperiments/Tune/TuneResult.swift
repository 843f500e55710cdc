// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What a search has found so far.
package struct TuneResult: Sendable {
  package let plan: TunePlan
  /// Of all trials that are done, in the plan's order.
  package let records: [TrialRecord]
  /// Since the beginning.
  package let seconds: Double

  /// One record a network, its best, the best network first; those that diverged are left out.
  package var ranked: [TrialRecord] {
    var lines: Set<String> = []
    return plan.ranking(of: records).map { records[$0] }.filter {
      lines.insert($0.trial.lineHash).inserted
    }
  }

  /// The best of all; of equals the one with the fewest epochs of the network that was drawn first.
  package var best: TrialRecord? { ranked.first }

  /// The best of the options as they were given; nil where they diverged or were never trained.
  package var baseline: TrialRecord? {
    let line = plan.trials[0].lineHash
    return ranked.first { $0.trial.lineHash == line }
  }

  /// Networks of which at least one training is done, those that diverged included.
  package var networkCount: Int { Set(records.map(\.trial.lineHash)).count }

  /// What each option made of the networks of the first rung, that with the greatest effect first.
  package var effects: [TuneEffect] { TuneEffect.effects(in: self) }

  /// What networks compare by; nil before one has a result.
  package var metric: TrialMetric? { best.flatMap { plan.score($0)?.metric } }

  /// The document, with keys that stay the same from version to version.
  package var json: JSONObject {
    [
      "metric": .optional(metric) { .string($0.name) },
      "networkCount": JSONValue(networkCount),
      "trialCount": JSONValue(records.count),
      "seconds": JSONValue(seconds),
      "searched": JSONValue(plan.keys),
      "baselineScore": .optional(baseline.flatMap(plan.score)) { JSONValue($0.value) },
      "bestScore": .optional(best.flatMap(plan.score)) { JSONValue($0.value) },
      "best": .optional(best, \.json),
      "effects": .array(effects.map(\.json)),
      "networks": .array(ranked.map(summary)),
    ]
  }

  private func summary(_ record: TrialRecord) -> JSONValue {
    [
      "recipe": .string(record.trial.recipeHash),
      "score": .optional(plan.score(record)) { JSONValue($0.value) },
      "epochs": JSONValue(record.trial.configuration.epochCount),
      "options": .object(
        record.trial.options.members(unlike: JSONObject(), where: plan.keys.contains)),
    ]
  }
}
