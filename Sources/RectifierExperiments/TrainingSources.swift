// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNumerics
import RectifierTraining

/// Where the data of a training run lie, found but not read.
package struct TrainingSources: Sendable {
  package let training: DataSource
  /// Another source to validate on.
  package let validation: DataSource?
  /// Another source for the test part.
  package let test: DataSource?

  /// How rows are read that do not fit into memory.
  package var streaming = RowStreaming()

  /// Finds every source that the configuration names.
  package static func resolve(
    _ configuration: TrainConfiguration, environment: [String: String]
  ) throws -> TrainingSources {
    func find(_ argument: String) throws -> DataSource {
      try DataSource.resolve(
        argument, dataFolder: configuration.dataDirectory, environment: environment)
    }
    var validation: DataSource?
    if case .source(let argument) = configuration.validation { validation = try find(argument) }
    var sources = TrainingSources(
      training: try find(configuration.data), validation: validation,
      test: try configuration.test.map(find))
    sources.streaming.cache = DataSource.cacheFolder(environment: environment).map {
      RowCache(folder: PathName.join($0, "rows"))
    }
    let needing = [
      ("--resize", configuration.resize != nil), ("--invert", configuration.inverts),
    ].filter(\.1).map(\.0)
    if !needing.isEmpty { try sources.requirePictures(for: needing) }
    try sources.checkForms(configuration)
    return sources
  }

  /// Refuses options of rows where there are none, and standard input that would be read twice.
  private func checkForms(_ configuration: TrainConfiguration) throws(ConfigurationError) {
    let all = [training, validation, test].compactMap { $0 }
    if all.count(where: { $0.kind == .standardInput }) > 1 {
      throw .conflict(
        options: ["-"], reason: "standard input can be read once; give files for the other parts")
    }
    if configuration.input.streams == true, all.contains(where: { $0.kind == .standardInput }) {
      throw .conflict(
        options: ["--stream", "-"],
        reason: "standard input is kept in memory, since it can be read once; give a file")
    }
    if let format = training.rowFormat(configuration.input.format) {
      return try configuration.input.check(for: format)
    }
    let keys = InputConfiguration.keysOfData + ["stream"]
    let changed = configuration.input.changedKeys.filter(keys.contains)
    if !changed.isEmpty {
      throw .rowsNeeded(options: changed.map { OptionNames()[$0] }, source: training.name)
    }
  }

  private func requirePictures(for options: [String]) throws(ConfigurationError) {
    if [training, validation, test].contains(where: { $0?.holdsPictures == true }) { return }
    throw .picturesNeeded(options: options, source: training.name)
  }

  /// The data that are drawn rather than read, as they will lie in memory.
  package var drawnByteCount: Int {
    [training, validation, test].reduce(0) { $0 + ($1?.drawnByteCount ?? 0) }
  }

  /// What run.json says of the sources before they are read.
  package var records: [SourceRecord] {
    [
      Self.record(.training, training), Self.record(.validation, validation ?? training),
      Self.record(.test, test ?? training),
    ]
  }

  /// Reads the data and divides them as the configuration says.
  ///
  /// Everything that can be wrong with them is found here, before the first step: parts that do
  /// not fit together, too few rows or classes.
  ///
  /// - Parameters:
  ///   - execution: What images are drawn on; no result depends on it.
  ///   - needsTarget: Whether something is learned about the rows; else data without it will do.
  package func load(
    _ configuration: TrainConfiguration, execution: Execution = .default, needsTarget: Bool = true
  ) throws -> TrainingData {
    if training.rowFormat(configuration.input.format) != nil {
      return try loadRows(configuration, needsTarget: needsTarget)
    }
    var pictures = PictureOptions()
    pictures.resize = configuration.resize
    pictures.inverts = configuration.inverts
    pictures.minimumClassCount = needsTarget ? 2 : 1
    pictures.byteLimit = MemoryRequirement.machineBytes
    let parts = try training.load(pictures: pictures, execution: execution)
    guard let train = parts.trainingPart else {
      throw TrainingDataError.noTrainingPart(name: training.name, available: parts.available)
    }
    if needsTarget { try train.data.checkTargetsForTraining() }
    pictures.minimumClassCount = 1
    if let shape = train.data.imageShape {
      pictures.fit(shape, reference: PathName.quoted(training.path))
    }
    let load = { [pictures] (source: DataSource) in
      try source.load(pictures: pictures, execution: execution)
    }
    let division = try RowDivision(
      name: train.data.name, rowCount: train.data.rowCount, targets: train.data.targets,
      labels: train.data.labels, configuration,
      isValidated: validation != nil || configuration.validation == nil && parts.has(.validation))
    let held =
      try otherValidationPart(of: parts, configuration, loading: load)
      ?? train.rows(division.validation, called: "validation rows")
    let fold = division.fold.map { train.rows($0, called: "rows of the fold") }
    let test = try (fold ?? testPart(of: parts, loading: load))?.fitting(train.data)
    let data = try TrainingData(
      training: train.rows(division.training, called: "training rows"),
      validation: held.fitting(train.data), test: test)
    return try (needsTarget ? data.scalingTargets() : data).sampled(configuration)
  }

  /// Other data that validate: those that were asked for, else the training source's own.
  private func otherValidationPart(
    of parts: DatasetParts, _ configuration: TrainConfiguration,
    loading load: (DataSource) throws -> DatasetParts
  ) throws -> TrainingData.Rows? {
    if let validation {
      let others = try load(validation)
      return try TrainingData.Rows(
        others, others.has(.validation) ? .validation : .all, of: validation)
    }
    guard configuration.validation == nil, parts.has(.validation) else { return nil }
    return try TrainingData.Rows(parts, .validation, of: training)
  }

  private func testPart(
    of parts: DatasetParts, loading load: (DataSource) throws -> DatasetParts
  ) throws -> TrainingData.Rows? {
    if let test {
      let others = try load(test)
      return try TrainingData.Rows(others, others.evaluationPart, of: test)
    }
    return parts.test.map { TrainingData.Rows(data: $0, part: .test) }
  }

  private static func record(_ role: SourceRecord.Role, _ source: DataSource) -> SourceRecord {
    SourceRecord(
      role: role, argument: source.argument, path: source.absolutePath ?? source.path)
  }
}

extension TrainingData {
  /// The same with real numbers in units of the deviation of the training rows, as those of tables
  /// are; other targets stay.
  fileprivate func scalingTargets() -> TrainingData {
    guard let (mean, deviation) = training.data.targetScale else { return self }
    func scaled(_ rows: Rows) -> Rows {
      Rows(data: rows.data.scalingTargets(mean: mean, deviation: deviation), part: rows.part)
    }
    return TrainingData(
      training: scaled(training), validation: scaled(validation), test: test.map(scaled),
      notes: notes, task: .regression(mean: mean, deviation: deviation))
  }
}

extension DatasetParts {
  /// The part to learn from: `train`, or everything where the source knows no parts.
  fileprivate var trainingPart: TrainingData.Rows? {
    if let train { return TrainingData.Rows(data: train, part: .train) }
    guard available == [.all], let all = self[.all] else { return nil }
    return TrainingData.Rows(data: all, part: .all)
  }
}
