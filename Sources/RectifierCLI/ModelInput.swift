// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments
import RectifierFiles
import RectifierInterchange
import RectifierNumerics
import RectifierTraining

/// A model and the data that it is applied to.
struct ModelInput {
  let model: Model
  let data: Dataset
  /// What the data's source is called.
  let sourceName: String
  let part: Part
  /// What is worth knowing about the rows of a file.
  let notes: [String]
  /// The form of the rows of a file; nil for other data.
  let format: RowFormat?

  /// - Parameter needsClasses: Whether data without classes are of no use.
  init(
    modelPath: String, data argument: String, choice: PartOptions, pictures flags: PictureFlags,
    rows: ((DataSource, Model) throws -> RowOptions)? = nil, needsClasses: Bool,
    execution: Execution, environment: [String: String]
  ) throws {
    // What was asked for is judged before anything is read.
    _ = try choice.chosenPart()
    let model = try Self.model(at: modelPath)
    var format: RowFormat?
    let input = try DataInput(argument, choice, environment: environment) { source, chosen in
      let rows = try rows?(source, model) ?? RowOptions()
      format = source.rowFormat(rows.format)
      var pictures = try flags.options(for: source, model: model)
      pictures.minimumClassCount = needsClasses ? 1 : 0
      return try source.load(
        for: model, pictures: pictures, rows: rows, needsTarget: needsClasses,
        part: chosen ?? source.evaluationPart, execution: execution)
    }
    self.model = model
    data = input.data
    sourceName = input.sourceName
    part = input.part
    notes = input.notes
    self.format = format
  }

  /// Reads a model file, or the model in a run folder.
  static func model(at path: String) throws -> Model {
    try Model(contentsOf: self.path(of: path))
  }

  /// Where the file of a model or of the model in a run folder is.
  static func path(of model: String) -> String {
    Folder.exists(model) ? RunFolder.modelPath(in: model) : model
  }

  /// Where what is made of a model goes: `runs/a/model.onnx` for `runs/a/model.safetensors`.
  static func path(beside modelPath: String, ending: String) -> String {
    let own = ".safetensors"
    return (modelPath.hasSuffix(own) ? modelPath.dropLast(own.count) : modelPath[...]) + ending
  }
}
