// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics

extension TrainingSources {
  /// Reads the rows of files, divides them, and fits features and target to the training rows alone,
  /// or features to all rows of the training source.
  ///
  /// Which classes there are, all rows of the training source say, those included that validate.
  ///
  /// - Parameter needsTarget: Whether something is learned about the rows; else none is asked for.
  func loadRows(_ configuration: TrainConfiguration, needsTarget: Bool) throws -> TrainingData {
    let input = configuration.input
    let trainingPart: Part = training.rowParts.isEmpty ? .all : .train
    guard let source = training.part(trainingPart) else {
      throw TrainingDataError.noTrainingPart(
        name: training.name, available: training.rowParts + [.all])
    }
    let (cache, note) = try streaming.choice(
      input, [training, validation, test].compactMap { $0 })
    let read = try UnfittedRows(
      source, input, needsTarget: needsTarget, streaming, cache: cache)
    let options =
      needsTarget ? try input.schemaOptions(for: read.header, of: source) : input.schemaOptions
    let table = options.target.map(read.targets) ?? read.header
    let target = try options.target.map { (name) throws(SchemaError) in
      try SchemaTarget(fitting: name, of: table, task: options.task)
    }
    let others = otherParts(configuration)
    let division = try RowDivision(
      name: read.name, rowCount: read.rowCount, targets: try target?.targets(in: table) ?? .none,
      labels: target?.labels ?? [], configuration, isValidated: others.validation != nil)
    let encoding = try read.encoding(
      fittedTo: input.fittedRows == .all ? nil : division.training,
      target: try target?.fitted(to: table.subset(rows: division.training)), options: options,
      isBinary: input.isBinary)
    try input.check(for: encoding)
    let held = others.validation == nil ? division.validation : nil
    let parts = [division.training, held, division.fold].compactMap { $0 }
    let (own, remarks) = try read.datasets(
      of: parts, encodedBy: encoding, input, needsTarget: needsTarget)
    var notes = (note.map { [$0] } ?? []) + remarks
    func rows(_ source: DataSource, _ part: Part) throws -> TrainingData.Rows {
      let (dataset, found) = try encoded(
        source, by: encoding, input, cache: cache, needsTarget: needsTarget)
      notes += found
      return TrainingData.Rows(data: dataset, part: part, origin: RowOrigin(source: source))
    }
    let all = zip(own, parts).map {
      TrainingData.Rows(
        data: $0, part: trainingPart, origin: RowOrigin(source: source, numbers: $1))
    }
    let validating = try others.validation.map(rows) ?? all[1]
    let tested = try division.fold == nil ? others.test.map(rows) : all.last
    return try TrainingData(training: all[0], validation: validating, test: tested, notes: notes)
      .sampled(configuration)
  }

  /// The files of rows that validate and test: those that were asked for, else the training source's
  /// own.
  private func otherParts(
    _ configuration: TrainConfiguration
  ) -> (validation: (DataSource, Part)?, test: (DataSource, Part)?) {
    func part(_ part: Part, of source: DataSource) -> (DataSource, Part)? {
      source.part(part).map { ($0, part) }
    }
    let validates =
      validation.map { part(.validation, of: $0) ?? ($0, .all) }
      ?? (configuration.validation == nil ? part(.validation, of: training) : nil)
    let tests = test.map { part(.test, of: $0) ?? ($0, .all) } ?? part(.test, of: training)
    return (validates, tests)
  }

  /// Rows of another source, encoded as those of the training source are.
  private func encoded(
    _ source: DataSource, by encoding: RowEncoding, _ input: InputConfiguration,
    cache: RowCache?, needsTarget: Bool
  ) throws -> (Dataset, notes: [String]) {
    guard let cache else {
      let (dataset, notes) = try source.dataset(
        encodedBy: encoding, input.rowOptions, needsTarget: needsTarget)
      return (dataset, notes.map(\.description))
    }
    let stream = try source.rowStream(
      input.rowOptions, encoding: encoding, target: needsTarget ? encoding.target?.name : nil,
      pieceByteCount: streaming.pieceByteCount)
    return try streaming.dataset(
      stream, encodedBy: encoding, input, in: cache, needsTarget: needsTarget)
  }
}

extension InputConfiguration {
  /// What is fitted to rows: forms that have labels are learned from these unless told otherwise.
  ///
  /// - Throws: `ConfigurationError` where a table is to be learned from and nobody has said what.
  func schemaOptions(for table: Table, of source: DataSource) throws -> SchemaOptions {
    var options = schemaOptions
    if options.target != nil { return options }
    switch source.rowFormat(format) {
    case .fasttext?, .svmlight?: options.target = table.columns.first?.name
    case .csv?, .tsv?:
      throw ConfigurationError.noTarget(
        source: source.name, columns: table.columns.map(\.name))
    case .text?:
      throw ConfigurationError.noTarget(source: source.name, columns: [])
    case nil: break
    }
    return options
  }
}
