// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierTraining

extension Checkpoint {
  static let format = "rectifier-checkpoint"
  private static let bestPrefix = "best."

  /// Reads a checkpoint file.
  ///
  /// - Throws: As `Model.init(contentsOf:)`.
  public init(contentsOf path: String) throws {
    let file = try SafetensorsFile(contentsOf: path, doing: "reading a checkpoint")
    try FormatVersion.check(Self.format, in: file.metadata, path: path)
    let description = try ModelDescription(file.metadata, path: path)
    func field(_ key: String) throws(SafetensorsError) -> MetadataField {
      try MetadataField(path: path, key: key, in: file.metadata)
    }
    let bestFacts = try field("bestFacts").optional {
      (field) throws(SafetensorsError) in
      try TrainingFacts(field, architecture: description.architecture)
    }
    let facts = try TrainingFacts(field("facts"), architecture: description.architecture)
    let optimizer = facts.options.optimizer
    try Network.checkTensors(
      file, architecture: description.architecture,
      prefixes: bestFacts == nil ? [""] : ["", Self.bestPrefix],
      others: OptimizerState.tensorNames(optimizer, description.architecture))
    let last = description.model(try Network(description.architecture, in: file), facts: facts)
    var best: Model?
    if let bestFacts {
      best = description.model(
        try Network(description.architecture, in: file, prefix: Self.bestPrefix),
        facts: bestFacts)
    }
    self.init(
      last: last,
      optimizerState: try OptimizerState(optimizer, description.architecture, in: file),
      best: best, reports: try Self.reports(field("reports"), last: last, best: best),
      progress: try Self.progress(field("progress"), last: last))
  }

  /// Writes the checkpoint's file in one piece; the same checkpoint always gives the same bytes.
  ///
  /// - Throws: `FileError`, `SafetensorsError.headerTooLong`.
  public func write(to path: String) throws {
    var metadata = FormatVersion.metadata(Self.format)
    metadata.merge(try ModelDescription(last).metadata()) { $1 }
    metadata["facts"] = try last.facts.metadata.text()
    metadata["bestFacts"] = try (best?.facts.metadata ?? .null).text()
    metadata["reports"] = try JSONValue.array(reports.map(\.metadata)).text()
    metadata["progress"] = try progress.metadata.text()
    let entries =
      last.network.entries() + optimizerState.entries(last.network.architecture)
      + (best?.network.entries(prefix: Self.bestPrefix) ?? [])
    try AtomicFile.write(Safetensors.encode(entries, metadata: metadata), to: path)
  }

  /// Reads the reports, each of which follows from those before it.
  private static func reports(
    _ field: MetadataField, last: Model, best: Model?
  ) throws(SafetensorsError) -> [EpochReport] {
    let architecture = last.network.architecture
    let reports = try field.elements {
      (field) throws(SafetensorsError) in try EpochReport(field, architecture: architecture)
    }
    let (options, widths) = (last.facts.options, architecture.hiddenWidths)
    let target = options.zeroTarget(hiddenWidths: widths)
    let kept = LearningTask.epochMeasures(
      last.task, hasClassWeights: !options.classWeights.isEmpty)
    var least: EpochRank?
    for (index, report) in reports.enumerated() {
      let measures = report.validationMeasures
      guard (measures != nil) == !kept.isEmpty, (measures ?? [:]).keys.allSatisfy(kept.contains)
      else { throw field.damaged("validation measures of the task") }
      let rank = options.rank(report, hiddenWidths: widths)
      let isBest = least.map { rank < $0 } ?? true
      guard report.epoch == index + 1, report.isBest == isBest else {
        throw field.damaged("one report for each epoch from 1, the best of them marked")
      }
      guard report.activationL1 == target?.coefficient(after: Array(reports[..<index])) else {
        throw field.damaged("the activation L1 that follows from earlier epochs' zeros")
      }
      if isBest { least = rank }
    }
    guard best?.facts.epoch == reports.last(where: \.isBest)?.epoch else {
      throw field.damaged("the report of the best model's epoch as the best")
    }
    return reports
  }

  private static func progress(
    _ field: MetadataField, last: Model
  ) throws(SafetensorsError) -> EpochProgress {
    let progress = try EpochProgress(field)
    let options = last.facts.options
    let sampleCount = options.epochSampleCount(of: last.facts.training.rowCount)
    let batchSize = options.batchSize
    var expected = 0
    if progress.stepCount > 0 {
      let (begin, overflow) = (progress.stepCount - 1).multipliedReportingOverflow(by: batchSize)
      guard !overflow, begin < sampleCount else {
        throw field.damaged("steps of an epoch of \(sampleCount) samples")
      }
      expected = begin + min(batchSize, sampleCount - begin)
    }
    guard progress.sampleCount == expected, progress.errorCount <= expected else {
      throw field.damaged("the counts of \(expected) samples")
    }
    return progress
  }
}
