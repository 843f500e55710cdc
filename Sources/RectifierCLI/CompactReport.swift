// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments
import RectifierFiles
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// What `compact` did, and what it changed.
struct CompactReport {
  let compaction: Compaction
  private let input: CompactInput
  /// The two models on the calibration data.
  private let calibration: CompactionCheck
  /// The two models on held-out data.
  private let heldOut: CompactionCheck?
  /// How they do on held-out data with targets.
  private let evaluations: (before: Evaluation, after: Evaluation)?

  init(_ input: CompactInput, reordering: Bool, execution: Execution) throws {
    self.input = input
    compaction = try input.model.compacted(
      on: input.calibration, reordering: reordering, execution: execution)
    calibration = try compaction.check(on: input.calibration, execution: execution)
    guard let data = input.heldOut else {
      (heldOut, evaluations) = (nil, nil)
      return
    }
    heldOut = try compaction.check(on: data, execution: execution)
    if case .none = data.targets {
      evaluations = nil
    } else {
      evaluations = (
        try Evaluation.evaluate(compaction.original, on: data, execution: execution),
        try Evaluation.evaluate(compaction.model, on: data, execution: execution)
      )
    }
  }

  private var before: Architecture { compaction.original.network.architecture }
  private var after: Architecture { compaction.model.network.architecture }
  private var removedCount: Int { compaction.removedUnits.reduce(0) { $0 + $1.count } }
  private var isReordered: Bool { compaction.model.compactions.last?.isReordered == true }
}

/// For people.
extension CompactReport {
  func lines(modelPath: String) -> [String] {
    let layers = zip(before.hiddenWidths, after.hiddenWidths).enumerated().map { layer, widths in
      "hidden.\(layer)    " + Self.change(widths.0, widths.1) + " units"
    }
    return layers
      + ["parameters  " + Self.change(before.parameterCount, after.parameterCount)]
      + (removedCount == 0 ? ["removed     " + nothingRemoved] : [])
      + (isReordered ? ["order       by firing rate"] : [])
      + Self.lines(
        calibration, title: "calibration ",
        data: "part \(input.part.rawValue) of \(input.sourceName)", difference: differenceName)
      + heldOutLines + ["model       \(modelPath)"]
  }

  private static func change(_ before: Int, _ after: Int) -> String {
    "\(NumberText.grouped(before)) → \(NumberText.grouped(after))"
  }

  private var nothingRemoved: String {
    let never = Set(before.activations.filter { !$0.hasSilentRange }.map(\.name)).sorted()
    let reason =
      never.isEmpty
      ? "" : " (\(never.joined(separator: ", ")): such units are exactly zero only by chance)"
    return before.hiddenWidths.isEmpty
      ? "nothing, there is no hidden layer"
      : "nothing, every unit fires or is the last of its layer" + reason
  }

  private var differenceName: String { after.head.differenceName }

  private var heldOutLines: [String] {
    guard let heldOut, let part = input.checkPart else {
      return ["held out    nothing; --check-part takes a part that does not calibrate"]
    }
    var lines = Self.lines(
      heldOut, title: "held out    ", data: "part \(part.rawValue) of \(input.sourceName)",
      difference: differenceName)
    guard let (before, after) = evaluations else { return lines }
    for kind in after.scored.kinds {
      guard let old = before.scored[kind], let new = after.scored[kind] else { continue }
      lines.append(
        "\(ResultText.title(kind.title))\(kind.text(old)) → \(kind.text(new))")
    }
    return lines
  }

  private static func lines(
    _ check: CompactionCheck, title: String, data: String, difference: String
  ) -> [String] {
    let counts = [
      "\(NumberText.grouped(check.wokenSampleCount)) wake a removed unit",
      check.changedOutputCount == 0
        ? "all outputs equal to the last bit"
        : "\(NumberText.grouped(check.changedOutputCount)) with other outputs",
    ]
    let label = check.changedLabelCount.map { "\(NumberText.grouped($0)) changed labels, " } ?? ""
    let largest = NumberText.shortest(check.largestDifference)
    return [
      "\(title)\(data), \(NumberText.grouped(check.sampleCount)) samples: "
        + counts.joined(separator: ", "),
      "            \(label)largest \(difference) \(largest)",
    ]
  }
}

/// For programs.
extension CompactReport {
  func json(modelPath: String) -> JSONValue {
    [
      "model": .string(modelPath),
      "hiddenWidthsBefore": JSONValue(before.hiddenWidths),
      "hiddenWidths": JSONValue(after.hiddenWidths),
      "parameterCountBefore": JSONValue(before.parameterCount),
      "parameterCount": JSONValue(after.parameterCount),
      "isReordered": .bool(isReordered),
      "calibration": .object(Self.json(calibration, part: input.part)),
      "heldOut": heldOutJSON,
    ]
  }

  private var heldOutJSON: JSONValue {
    guard let heldOut, let part = input.checkPart else { return .null }
    var document = Self.json(heldOut, part: part)
    for (suffix, evaluation) in [("Before", evaluations?.before), ("", evaluations?.after)] {
      document["errorRate" + suffix] = .optional(evaluation?.errorRate) { JSONValue($0) }
      document["loss" + suffix] = .optional(evaluation?.loss) { JSONValue($0) }
      for measure in Measure.allCases {
        guard let value = evaluation?.measures[measure]?.value else { continue }
        document[measure.rawValue + suffix] = JSONValue(value)
      }
    }
    return .object(document)
  }

  private static func json(_ check: CompactionCheck, part: Part) -> JSONObject {
    [
      "part": .string(part.rawValue),
      "sampleCount": JSONValue(check.sampleCount),
      "wokenSampleCount": JSONValue(check.wokenSampleCount),
      "changedOutputCount": JSONValue(check.changedOutputCount),
      "changedLabelCount": .optional(check.changedLabelCount) { JSONValue($0) },
      "largestDifference": JSONValue(check.largestDifference),
    ]
  }
}
