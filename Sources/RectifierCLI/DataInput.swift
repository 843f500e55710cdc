// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments

/// The part of a source that a command was told to look at.
struct DataInput {
  let data: Dataset
  /// What the source is called.
  let sourceName: String
  let part: Part

  /// - Parameter fallback: The part where none was asked for.
  init(
    _ options: DataOptions, fallback: (DatasetParts) -> Part = \.evaluationPart,
    environment: [String: String]
  ) throws {
    let chosen = try options.chosenPart()
    let source = try DataSource.resolve(
      options.data, dataFolder: options.dataDir, environment: environment)
    sourceName = source.name
    let parts = try source.load()
    part = chosen ?? fallback(parts)
    guard let data = parts[part] else {
      throw TrainingDataError.noPart(name: source.name, part: part, available: parts.available)
    }
    self.data = data
  }
}
