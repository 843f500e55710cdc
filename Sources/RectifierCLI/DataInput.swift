// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments
import RectifierNumerics
import RectifierTraining

/// The part of a source that a command works on.
struct DataInput {
  let data: Dataset
  /// What the source is called.
  let sourceName: String
  let part: Part
  /// What is worth knowing about the rows of a file.
  let notes: [String]

  /// Finds and reads what the argument and the options name.
  ///
  /// - Parameter load: Reads the source, or the part of it that was asked for.
  init(
    _ argument: String, _ choice: PartOptions, environment: [String: String],
    load: (DataSource, Part?) throws -> (parts: DatasetParts, notes: [String])
  ) throws {
    let chosen = try choice.chosenPart()
    let source = try choice.folder.source(argument, environment: environment)
    sourceName = source.name
    let parts: DatasetParts
    (parts, notes) = try load(source, chosen)
    part = chosen ?? parts.evaluationPart
    data = try parts.data(of: part, source: source.name, option: "--part")
  }
}

extension DataSource {
  /// Reads all parts as a model wants them; the rows of a file are encoded as those were that it learned
  /// from.
  ///
  /// - Parameters:
  ///   - needsTarget: Whether targets are read, too, where reading can go without.
  ///   - wanted: The part of files of rows that is wanted alone; nil for each that there is.
  /// - Returns: The parts, and what is worth knowing about the rows of a file.
  func load(
    for model: Model, pictures: PictureOptions, rows: RowOptions, needsTarget: Bool,
    part wanted: Part? = nil, execution: Execution
  ) throws -> (parts: DatasetParts, notes: [String]) {
    guard let encoding = model.preprocessing.encoding, rowFormat(rows.format) != nil else {
      let parts = try load(pictures: pictures, execution: execution)
      guard case .regression(let mean, let deviation)? = model.task else { return (parts, []) }
      return (parts.map { $0.scalingTargets(mean: mean, deviation: deviation) }, [])
    }
    var notes: [String] = []
    func read(_ part: Part) throws -> Dataset {
      guard let source = self.part(part) else {
        throw TrainingDataError.noPart(
          name: name, part: part, available: rowParts + [.all], option: "--part")
      }
      let (data, found) = try source.dataset(
        encodedBy: encoding, rows, needsTarget: needsTarget)
      notes += found.map(\.description)
      return data
    }
    if rowParts.isEmpty || wanted == .all {
      return (DatasetParts(all: try read(.all)), notes)
    }
    var found: [Part: Dataset] = [:]
    for part in wanted.map({ [$0] }) ?? rowParts { found[part] = try read(part) }
    let parts = try DatasetParts(
      name: name, train: found[.train], validation: found[.validation], test: found[.test])
    return (parts, notes)
  }
}
