// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics
import RectifierTraining

/// The data of a training run, read and divided.
package struct TrainingData: Sendable {
  package let training: Rows
  package let validation: Rows
  /// What the best epoch's model is measured on at the end, if there is such a part.
  package let test: Rows?
  /// What is worth knowing about the rows of files.
  package var notes: [String] = []
  /// What the targets mean where neither their encoding nor the head says it.
  var task: LearningTask?

  /// Rows, and the part of their source that they are from.
  package struct Rows: Sendable {
    package let data: Dataset
    package let part: Part
    /// Where rows of files stand in these; nil for other data.
    package let origin: RowOrigin?

    init(data: Dataset, part: Part, origin: RowOrigin? = nil) {
      self.data = data
      self.part = part
      self.origin = origin
    }

    init(_ parts: DatasetParts, _ part: Part, of source: DataSource) throws {
      self.init(
        data: try parts.data(of: part, source: source.name, option: "--part"), part: part)
    }

    /// The same rows with the classes of the training part, where it has any; refused where they do
    /// not fit it.
    func fitting(_ training: Dataset) throws(DatasetError) -> Rows {
      let data =
        training.labels.isEmpty ? data : try data.numberingClasses(as: training.labels)
      try data.checkFits(training)
      return Rows(data: data, part: part)
    }

    /// Some of the rows, in order; with all of them the same data.
    func rows(_ rows: [Int32], called name: String) -> Rows {
      if rows.count == data.rowCount { return self }
      return Rows(data: data.subset(rows: rows, name: "\(data.name) (\(name))"), part: part)
    }

    var content: SourceRecord.Content {
      SourceRecord.Content(
        part: part.rawValue, sampleCount: data.rowCount, checksum: data.checksum)
    }
  }

  /// The same with the rows that a configuration wants to learn from; validation and test stay.
  ///
  /// - Throws: `SplitError` where there are not so many rows, or where they are of one class.
  func sampled(_ configuration: TrainConfiguration) throws(SplitError) -> TrainingData {
    guard let count = configuration.trainSampleCount else { return self }
    let rows = try Split.sample(training.data, count: count, seed: Seed(configuration.seed))
    return TrainingData(
      training: Rows(data: rows, part: training.part), validation: validation, test: test,
      notes: notes, task: task)
  }

  /// The sources with what was found in them.
  ///
  /// - Throws: `TrainingDataError.changed` where a source was read before and held other data.
  func record(into sources: [SourceRecord]) throws(TrainingDataError) -> [SourceRecord] {
    var filled: [SourceRecord] = []
    for source in sources {
      guard let found = rows(of: source.role)?.content else { continue }
      if let expected = source.content, expected != found {
        throw .changed(path: source.path, expected: expected, found: found)
      }
      var source = source
      source.content = found
      filled.append(source)
    }
    return filled
  }

  private func rows(of role: SourceRecord.Role) -> Rows? {
    switch role {
    case .training: training
    case .validation: validation
    case .test: test
    }
  }

  /// The features as they lie in memory, in bytes.
  var byteCount: Int {
    [training, validation, test].reduce(0) { sum, rows in
      guard let data = rows?.data else { return sum }
      return sum + data.features.byteCount
    }
  }
}

extension DatasetParts {
  /// The data of a part that an option asks for.
  package func data(
    of part: Part, source: String, option: String
  ) throws(TrainingDataError) -> Dataset {
    guard let data = self[part] else {
      throw .noPart(name: source, part: part, available: available, option: option)
    }
    return data
  }
}

/// Why data cannot be trained on, beyond what is wrong with a single data set.
package enum TrainingDataError: Error, Equatable, Sendable {
  /// The source has parts, and `train` is not among them.
  case noTrainingPart(name: String, available: [Part])
  /// The source lacks the part that was asked for.
  case noPart(name: String, part: Part, available: [Part], option: String)
  /// The data differ from those that the run began with.
  case changed(path: String, expected: SourceRecord.Content, found: SourceRecord.Content)
}

extension TrainingDataError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noTrainingPart(let name, let available):
      "\(name): expected a part to train on, found only \(Self.list(available)); give other data"
    case .noPart(let name, let part, let available, let option):
      "\(name): expected a part \(part.rawValue), found \(Self.list(available)); choose one of"
        + " those with \(option)"
    case .changed(let path, let expected, let found):
      "resuming: \(path): expected the data that the run began with, \(expected.text), found"
        + " \(found.text); put those back or start a new run"
    }
  }

  private static func list(_ parts: [Part]) -> String {
    parts.map(\.rawValue).joined(separator: ", ")
  }
}
