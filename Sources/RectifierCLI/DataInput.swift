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
  /// - Parameter load: Reads the source.
  init(
    _ argument: String, _ choice: PartOptions, environment: [String: String],
    load: (DataSource) throws -> (parts: DatasetParts, notes: [String])
  ) throws {
    let chosen = try choice.chosenPart()
    let source = try choice.folder.source(argument, environment: environment)
    sourceName = source.name
    let parts: DatasetParts
    (parts, notes) = try load(source)
    part = chosen ?? parts.evaluationPart
    data = try parts.data(of: part, source: source.name, option: "--part")
  }
}

extension DataSource {
  /// Reads all parts as a model wants them; the rows of a file are encoded as those were that it learned
  /// from.
  ///
  /// - Parameter needsTarget: Whether targets are read, too, where reading can go without.
  /// - Returns: The parts, and what is worth knowing about the rows of a file.
  func load(
    for model: Model, pictures: PictureOptions, rows: RowOptions, needsTarget: Bool,
    execution: Execution
  ) throws -> (parts: DatasetParts, notes: [String]) {
    guard let encoding = model.preprocessing.encoding, rowFormat(rows.format) != nil else {
      return (try load(pictures: pictures, execution: execution), [])
    }
    let (data, notes) = try dataset(encodedBy: encoding, rows, needsTarget: needsTarget)
    return (DatasetParts(all: data), notes.map(\.description))
  }
}
