// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments
import RectifierNumerics
import RectifierTraining

/// A model, the data that say which of its units never fire, and the data that prove it.
struct CompactInput {
  let model: Model
  /// What the data's source is called.
  let sourceName: String
  let part: Part
  let calibration: Dataset
  /// Nil where nothing is held out.
  let checkPart: Part?
  let heldOut: Dataset?

  init(
    modelPath: String, options: CompactOptions, pictures flags: PictureFlags,
    rows: ModelRowFlags,
    execution: Execution, environment: [String: String]
  ) throws {
    // What was asked for is judged before anything is read.
    let chosen = try options.chosenParts()
    model = try ModelInput.model(at: modelPath)
    let source = try options.place.source(environment: environment)
    sourceName = source.name
    var pictures = try flags.options(for: source, model: model)
    pictures.minimumClassCount = 0
    let parts = try source.load(
      for: model, pictures: pictures, rows: try rows.options(for: source, model: model),
      needsTarget: !source.rowParts.isEmpty, execution: execution
    ).parts
    part = chosen.calibration ?? (parts.has(.train) ? .train : .all)
    checkPart = try Self.checkPart(chosen.check, calibration: part, parts: parts)
    calibration = try parts.data(of: part, source: sourceName, option: "--part")
    let name = sourceName
    heldOut = try checkPart.map { try parts.data(of: $0, source: name, option: "--check-part") }
  }

  /// What is held out: only data of which no row calibrates.
  private static func checkPart(
    _ chosen: Part?, calibration: Part, parts: DatasetParts
  ) throws(ConfigurationError) -> Part? {
    let isApart = calibration != .all && calibration != chosen
    guard let chosen else {
      return isApart && calibration != .test && parts.has(.test) ? .test : nil
    }
    guard isApart else {
      throw .conflict(
        options: ["--check-part"],
        reason: "part \(chosen.rawValue) is calibrated on; choose another with --part or here")
    }
    return chosen
  }
}
