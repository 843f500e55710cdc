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
    let (cache, note) = try streaming.choice(
      input, [training, validation, test].compactMap { $0 })
    let read = try UnfittedRows(
      training, input, needsTarget: needsTarget, streaming, cache: cache)
    let options =
      needsTarget
      ? try input.schemaOptions(for: read.header, of: training) : input.schemaOptions
    let table = options.target.map(read.targets) ?? read.header
    let target = try options.target.map { (name) throws(SchemaError) in
      try SchemaTarget(fitting: name, of: table, task: options.task)
    }
    let division = try RowDivision(
      read, targets: try target?.targets(in: table) ?? .none, labels: target?.labels ?? [],
      configuration, isValidated: validation != nil)
    let encoding = try read.encoding(
      fittedTo: input.fittedRows == .all ? nil : division.training,
      target: try target?.fitted(to: table.subset(rows: division.training)), options: options,
      isBinary: input.isBinary)
    try input.check(for: encoding)
    let parts = [division.training, division.validation, division.fold].compactMap { $0 }
    let (own, remarks) = try read.datasets(
      of: parts, encodedBy: encoding, input, needsTarget: needsTarget)
    var notes = (note.map { [$0] } ?? []) + remarks
    func rows(_ source: DataSource) throws -> TrainingData.Rows {
      let (dataset, found) = try encoded(
        source, by: encoding, input, cache: cache, needsTarget: needsTarget)
      notes += found
      return TrainingData.Rows(data: dataset, part: .all)
    }
    let all = own.map { TrainingData.Rows(data: $0, part: .all) }
    let held = try validation.map(rows) ?? all[1]
    let tested = try division.fold == nil ? test.map(rows) : all.last
    return try TrainingData(training: all[0], validation: held, test: tested, notes: notes)
      .sampled(configuration)
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

/// Which rows of a file are for what.
private struct RowDivision {
  let training: [Int32]
  /// Nil where other data validate.
  let validation: [Int32]?
  /// Those of the fold that is kept apart.
  let fold: [Int32]?

  init(
    _ all: UnfittedRows, targets: Dataset.Targets, labels: [String],
    _ configuration: TrainConfiguration, isValidated: Bool
  ) throws {
    func groups(_ rows: [Int32]) -> RowGroups {
      RowGroups(
        name: all.name, rowCount: rows.count, targets: targets.subset(rows: rows), labels: labels)
    }
    let seed = Seed(configuration.seed)
    var kept = (0..<Int32(all.rowCount)).map { $0 }
    if let fold = configuration.fold {
      let parts = try Split.rows(of: fold, among: groups(kept), seed: seed)
      (kept, self.fold) = (parts.rest, parts.fold)
    } else {
      fold = nil
    }
    guard !isValidated else {
      (training, validation) = (kept, nil)
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
