// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierInterchange
import RectifierTraining

/// What the folder of a run of `train` holds, read without keeping others out of it.
package struct RunContents: Sendable {
  /// What the folder is called.
  package let name: String
  package let record: RunRecord
  /// That of the best epoch so far.
  package let model: Model
  /// The epochs so far; none where the table is not there any more.
  package let metrics: Metrics

  /// - Throws: `RunReportError` where that is no such folder or has no model yet, and what is wrong
  ///   with its files.
  package init(contentsOf path: String) throws {
    guard Folder.exists(path) else { throw RunReportError.missing(path: path) }
    let recordPath = RunFolder.recordPath(in: path)
    guard FileKind.of(recordPath) == .file else { throw RunReportError.notARun(path: path) }
    do {
      record = try RunRecord(contentsOf: recordPath)
    } catch let error as RunRecordError {
      throw RunReportError.otherRecord(path: recordPath, reason: error.reason)
    }
    let modelPath = RunFolder.modelPath(in: path)
    guard FileKind.of(modelPath) != nil else {
      throw RunReportError.noModel(path: path, status: record.status)
    }
    model = try Model(contentsOf: modelPath)
    let options = model.facts.options
    metrics = try Metrics(
      contentsOf: RunFolder.metricsPath(in: path),
      hiddenLayerCount: record.configuration.hiddenWidths.count,
      adaptsL1: record.configuration.targetZeros != nil,
      measures: LearningTask.epochMeasures(
        model.task, hasClassWeights: !options.classWeights.isEmpty),
      epochCount: .max)
    name = PathName.lastComponent(of: PathName.absolute(path) ?? path)
  }
}

/// Why there is no report of a run.
package enum RunReportError: Error, Equatable, Sendable {
  /// There is no such folder.
  case missing(path: String)
  /// The folder holds no run.json.
  case notARun(path: String)
  /// The run.json is not one of `train`.
  case otherRecord(path: String, reason: String)
  /// No epoch is done.
  case noModel(path: String, status: RunRecord.Status)
  /// The data that were given are not those of the run.
  case otherData(path: String, expected: SourceRecord.Content, found: SourceRecord.Content)
}

extension RunReportError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path):
      "reporting on \(PathName.quoted(path)): no such folder; give the folder of a run of train"
    case .notARun(let path):
      "reporting on \(PathName.quoted(path)): expected a run folder, found no run.json in it; give"
        + " the folder of a run of train"
    case .otherRecord(let path, let reason):
      "reporting on \(PathName.quoted(path)): expected the record of a run of train: \(reason)"
    case .noModel(let path, let status):
      "reporting on \(PathName.quoted(path)): expected a model, found none, as no epoch is done"
        + " (\(status.rawValue)); go on with rectifier train --resume \(path)"
    case .otherData(let path, let expected, let found):
      "reporting: \(path): expected the data of the run, \(expected.text), found"
        + " \(found.text); give those with --data, or leave the data out with --model-only"
    }
  }
}

extension SourceRecord.Content {
  /// `100 test rows of crc32:8d1f9c02`.
  package var text: String { "\(sampleCount) \(part) rows of \(checksum)" }
}
