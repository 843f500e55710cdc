// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments
import RectifierFiles

/// What `tune` was asked for: a plan, and the folder of the search.
struct TuneInput {
  let plan: TunePlan
  let path: String

  /// - Parameter out: The folder that was asked for.
  init(
    _ options: TrainOptions, metric: String?, trialCount: Int?, out: String?,
    environment: [String: String]
  ) throws {
    if let folder = options.data, TuneFolder.isTune(folder) {
      let others = [
        ("--metric", metric != nil), ("--trials", trialCount != nil), ("--out", out != nil),
      ]
      let given = options.given.filter { $0 != "DATA" } + others.filter(\.1).map(\.0)
      guard given.isEmpty else {
        throw ConfigurationError.conflict(
          options: given, reason: "not to be used with an earlier search, which says all; leave out"
        )
      }
      plan = try TuneFolder.plan(in: folder)
      path = folder
      return
    }
    let base = try options.configuration(threadCount: nil)
    let sources = try TrainingSources.resolve(base, environment: environment)
    let all = [sources.training, sources.validation, sources.test]
    if all.contains(where: { $0?.kind == .standardInput }) {
      throw ConfigurationError.conflict(
        options: ["-"],
        reason: "standard input can be read once, and a search reads more often; give a"
          + " file")
    }
    let given = options.given
    plan = try TunePlan(
      base, isFixed: { given.contains(OptionNames()[$0]) }, networkCount: trialCount,
      metric: try metric.map { try TrialMetric.named($0) },
      format: sources.training.rowFormat(base.input.format))
    path = out ?? SweepInput.nextFolder(of: base.data, kind: "tune")
  }
}
