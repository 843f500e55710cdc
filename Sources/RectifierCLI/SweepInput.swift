// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles

/// What `sweep` was asked for: a plan, and the folder for its records.
struct SweepInput {
  let plan: SweepPlan
  let trials: [Trial]
  let path: String

  /// - Parameter out: The folder that was asked for.
  init(_ options: TrainOptions, vary: [String], trialCount: Int?, out: String?) throws {
    if let argument = options.data, let file = Self.planFile(argument) {
      let given =
        options.given.filter { $0 != "DATA" } + (vary.isEmpty ? [] : ["--vary"])
        + (trialCount == nil ? [] : ["--trials"])
      guard given.isEmpty else {
        throw ConfigurationError.conflict(
          options: given, reason: "not to be used with a plan, which says all; leave out")
      }
      plan = try SweepPlan(contentsOf: file)
      trials = try plan.trials(place: PathName.quoted(file))
      path = out ?? Self.folder(ofPlan: argument)
    } else {
      let base = try options.configuration(threadCount: nil)
      plan = try SweepPlan(base: base, varying: vary, trialCount: trialCount)
      trials = try plan.trials(place: "--vary")
      path = out ?? Self.nextFolder(of: base.data, kind: "sweep")
    }
  }

  /// The plan that an argument names; nil where it names data.
  private static func planFile(_ argument: String) -> String? {
    if SweepFolder.isSweep(argument) { return PathName.join(argument, "plan.json") }
    return argument.hasSuffix(".json") ? argument : nil
  }

  private static func folder(ofPlan argument: String) -> String {
    guard argument.hasSuffix(".json") else { return argument }
    let folder = PathName.folder(of: argument)
    let isOwn = PathName.join(folder, "plan.json") == argument || argument == "plan.json"
    return isOwn ? folder : String(argument.dropLast(".json".count))
  }

  /// The next free `runs/NAME-KIND-N`.
  static func nextFolder(of data: String, kind: String) -> String {
    let name = PathName.lastComponent(of: data).prefix { $0 != ":" && $0 != "?" }
    var number = 1
    while FileKind.of("runs/\(name)-\(kind)-\(number)") != nil { number += 1 }
    return "runs/\(name)-\(kind)-\(number)"
  }
}
