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
    let read = try training.rawRows(input.rowOptions)
    let raw = needsTarget ? read : read.withoutLabels
    let options =
      needsTarget ? try input.schemaOptions(for: raw, of: training) : input.schemaOptions
    let target = try options.target.map { (name) throws(SchemaError) in
      try SchemaTarget(fitting: name, of: raw.table, task: options.task)
    }
    let division = try RowDivision(
      raw, target: target, configuration, isValidated: validation != nil)
    let learned = raw.subset(rows: division.training)
    let encoding = try RowEncoding.fit(
      input.fittedRows == .all ? raw : learned, target: try target?.fitted(to: learned.table),
      options: options, isBinary: input.isBinary)
    try input.check(for: encoding)
    var notes: [SchemaNote] = []
    func encoded(_ rows: RawRows) throws(SchemaError) -> TrainingData.Rows {
      let (dataset, found) = try encoding.dataset(rows, needsTarget: needsTarget)
      notes += found
      return TrainingData.Rows(data: dataset, part: .all)
    }
    func other(_ source: DataSource) throws -> TrainingData.Rows {
      let (dataset, found) = try source.dataset(
        encodedBy: encoding, input.rowOptions, needsTarget: needsTarget)
      notes += found
      return TrainingData.Rows(data: dataset, part: .all)
    }
    let rows = try encoded(learned)
    let held = try validation.map(other) ?? encoded(raw.subset(rows: division.validation))
    let tested = try division.fold.map { try encoded(raw.subset(rows: $0)) } ?? test.map(other)
    return try TrainingData(
      training: rows, validation: held, test: tested, notes: notes.map(\.description)
    ).sampled(configuration)
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

/// Which rows of a file are for what.
private struct RowDivision {
  let training: [Int32]
  /// Empty where other data validate.
  let validation: [Int32]
  /// Those of the fold that is kept apart.
  let fold: [Int32]?

  init(
    _ raw: RawRows, target: SchemaTarget?, _ configuration: TrainConfiguration, isValidated: Bool
  ) throws {
    let targets = try target?.targets(in: raw.table) ?? .none
    func groups(_ rows: [Int32]) -> RowGroups {
      RowGroups(
        name: raw.name, rowCount: rows.count, targets: targets.subset(rows: rows),
        labels: target?.labels ?? [])
    }
    let seed = Seed(configuration.seed)
    var kept = (0..<Int32(raw.rowCount)).map { $0 }
    if let fold = configuration.fold {
      let parts = try Split.rows(of: fold, among: groups(kept), seed: seed)
      (kept, self.fold) = (parts.rest, parts.fold)
    } else {
      fold = nil
    }
    guard !isValidated else {
      (training, validation) = (kept, [])
      return
    }
    let choice = configuration.validation ?? TrainConfiguration.defaultValidation
    let parts = try Split.divide(
      groups(kept), validationCount: choice.count(of: kept.count) ?? 0,
      draw: configuration.validationDraw, seed: seed)
    training = parts.training.map { kept[Int($0)] }
    validation = parts.validation.map { kept[Int($0)] }
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
