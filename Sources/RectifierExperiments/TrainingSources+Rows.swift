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
    let read = try source.rawRows(input.rowOptions)
    let raw = needsTarget ? read : read.withoutLabels
    let options =
      needsTarget ? try input.schemaOptions(for: raw, of: source) : input.schemaOptions
    let target = try options.target.map { (name) throws(SchemaError) in
      try SchemaTarget(fitting: name, of: raw.table, task: options.task)
    }
    let others = otherParts(configuration)
    let division = try RowDivision(
      name: raw.name, rowCount: raw.rowCount, targets: try target?.targets(in: raw.table) ?? .none,
      labels: target?.labels ?? [], configuration, isValidated: others.validation != nil)
    let learned = raw.subset(rows: division.training)
    let encoding = try RowEncoding.fit(
      input.fittedRows == .all ? raw : learned, target: try target?.fitted(to: learned.table),
      options: options, isBinary: input.isBinary)
    try input.check(for: encoding)
    var notes: [SchemaNote] = []
    func encoded(_ rows: RawRows) throws(SchemaError) -> TrainingData.Rows {
      let (dataset, found) = try encoding.dataset(rows, needsTarget: needsTarget)
      notes += found
      return TrainingData.Rows(data: dataset, part: trainingPart)
    }
    func other(_ source: DataSource, _ part: Part) throws -> TrainingData.Rows {
      let (dataset, found) = try source.dataset(
        encodedBy: encoding, input.rowOptions, needsTarget: needsTarget)
      notes += found
      return TrainingData.Rows(data: dataset, part: part)
    }
    let rows = try encoded(learned)
    let held =
      try others.validation.map(other) ?? encoded(raw.subset(rows: division.validation))
    let tested =
      try division.fold.map { try encoded(raw.subset(rows: $0)) } ?? others.test.map(other)
    return try TrainingData(
      training: rows, validation: held, test: tested, notes: notes.map(\.description)
    ).sampled(configuration)
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
}

extension RawRows {
  /// The same without columns that can only be learned: sets of labels.
  fileprivate var withoutLabels: RawRows {
    guard vectors == nil else { return self }
    return RawRows(
      table: table.columns { if case .labels = $0.cells { false } else { true } })
  }
}

extension InputConfiguration {
  /// What is fitted to rows: forms that have labels are learned from these unless told otherwise.
  ///
  /// - Throws: `ConfigurationError` where a table is to be learned from and nobody has said what.
  func schemaOptions(for rows: RawRows, of source: DataSource) throws -> SchemaOptions {
    var options = schemaOptions
    if options.target != nil { return options }
    switch source.rowFormat(format) {
    case .fasttext?, .svmlight?: options.target = rows.table.columns.first?.name
    case .csv?, .tsv?:
      throw ConfigurationError.noTarget(
        source: source.name, columns: rows.table.columns.map(\.name))
    case .text?:
      throw ConfigurationError.noTarget(source: source.name, columns: [])
    case nil: break
    }
    return options
  }
}
