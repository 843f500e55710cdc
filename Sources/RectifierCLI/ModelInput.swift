// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments
import RectifierFiles
import RectifierInterchange
import RectifierTraining

/// A model and the data that it is applied to.
struct ModelInput {
  let model: Model
  let data: Dataset
  /// What the data's source is called.
  let sourceName: String
  let part: Part

  /// - Parameter needsClasses: Whether data without classes are of no use.
  init(
    modelPath: String, options: DataOptions, needsClasses: Bool, environment: [String: String]
  ) throws {
    let chosen = try options.chosenPart()
    model = try Self.model(at: modelPath)
    let source = try DataSource.resolve(
      options.data, dataFolder: options.dataDir, environment: environment)
    sourceName = source.name
    var pictures = try options.pictures.options(for: source, model: model)
    pictures.minimumClassCount = needsClasses ? 1 : 0
    let parts = try source.load(pictures: pictures)
    part = chosen ?? parts.evaluationPart
    guard let data = parts[part] else {
      throw TrainingDataError.noPart(name: source.name, part: part, available: parts.available)
    }
    self.data = data
  }

  /// Reads a model file, or the model in a run folder.
  static func model(at path: String) throws -> Model {
    try Model(contentsOf: Folder.exists(path) ? RunFolder.modelPath(in: path) : path)
  }
}
