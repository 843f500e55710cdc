// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments
import RectifierNumerics

/// The part of a source that a command works on.
struct DataInput {
  let data: Dataset
  /// What the source is called.
  let sourceName: String
  let part: Part

  /// Finds and reads what the argument and the options name.
  ///
  /// - Parameter pictures: How the pictures of a source are read.
  init(
    _ argument: String, _ choice: PartOptions, execution: Execution, environment: [String: String],
    pictures: (DataSource) throws -> PictureOptions
  ) throws {
    let chosen = try choice.chosenPart()
    let source = try choice.folder.source(argument, environment: environment)
    sourceName = source.name
    let parts = try source.load(pictures: try pictures(source), execution: execution)
    part = chosen ?? parts.evaluationPart
    data = try parts.data(of: part, source: source.name, option: "--part")
  }
}
