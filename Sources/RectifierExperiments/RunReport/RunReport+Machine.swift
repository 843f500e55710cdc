// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierPlots
import RectifierTraining

extension RunReport {
  /// How long it took, on what.
  var timeSection: HTMLPage.Section {
    let metrics = contents.metrics
    let rows = [
      Self.times("training steps", metrics.values(of: "seconds")),
      Self.times("evaluation", metrics.values(of: "evaluationSeconds")),
    ].compactMap { $0 }
    let times = HTMLTable(
      "Seconds an epoch",
      columns: [HTMLTable.Column("what", .head)]
        + ["mean", "least", "largest", "all epochs"].map { HTMLTable.Column($0, .number) },
      rows: rows)
    let versions = record.versions.map { [$0.name, $0.version] }
    let machine = HTMLTable(
      "Machine and program",
      columns: [HTMLTable.Column("what", .head), HTMLTable.Column("value")],
      rows: [
        ["threads", "\(record.threadCount)"],
        ["instruction set", record.instructionSet.rawValue],
        ["started", record.startedAt], ["last written", record.updatedAt],
      ] + (rate.map { [["training rate", $0]] } ?? []) + versions)
    return HTMLPage.Section(
      "time", title: "Time", (rows.isEmpty ? [] : [times.html]) + [machine.html])
  }

  private static func times(_ name: String, _ values: [Double?]) -> [String]? {
    let known = values.compactMap { $0 }
    guard let least = known.min(), let largest = known.max() else { return nil }
    let sum = known.reduce(0, +)
    let seconds = [sum / Double(known.count), least, largest].map {
      NumberText.fixed($0, decimals: 2)
    }
    return [name] + seconds + [NumberText.duration(seconds: sum)]
  }

  /// Samples a second over all epochs; nil where no time is known.
  private var rate: String? {
    let known = contents.metrics.values(of: "seconds").compactMap { $0 }
    let sum = known.reduce(0, +)
    let count = record.configuration.epochSampleCount ?? model.facts.training.rowCount
    guard sum > 0 else { return nil }
    let rate = Double(count * known.count) / sum
    guard rate < 1e12 else { return nil }
    return "\(NumberText.grouped(Int(rate.rounded()))) samples/s"
  }

  /// What was learned from and measured on.
  var sourceSection: HTMLPage.Section {
    let rows = record.sources.map { source in
      [
        source.role.rawValue, source.argument, source.content?.part ?? "–",
        source.content.map { NumberText.grouped($0.sampleCount) } ?? "–",
        source.content?.checksum ?? "–",
      ]
    }
    let table = HTMLTable(
      "What was read",
      columns: [
        HTMLTable.Column("for", .head), HTMLTable.Column("source"),
        HTMLTable.Column("part"), HTMLTable.Column("rows", .number),
        HTMLTable.Column("checksum"),
      ], rows: rows)
    let encoding = model.preprocessing.encoding.map {
      [HTML.paragraph("Rows of files become features: \(EncodingText.line($0)).")]
    }
    let image = model.imageShape.map { [HTML.paragraph("Samples are images of \($0).")] }
    return HTMLPage.Section(
      "data", title: "Data", [table.html] + (encoding ?? image ?? []))
  }
}
