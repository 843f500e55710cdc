// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import RectifierData
import RectifierExperiments
import RectifierTraining

/// How pictures are made to fit a model.
struct PictureFlags: ParsableArguments {
  @Flag(help: "Scale pictures to the size that the model was trained on.")
  var resize = false

  @Flag(
    help: ArgumentHelp(
      "Invert pictures, as for dark ink on white where the model knows bright ink on black."))
  var invert = false

  /// What pictures go through on their way to the model; refused where the source holds none.
  func options(for source: DataSource, model: Model) throws(ConfigurationError) -> PictureOptions {
    var options = PictureOptions()
    options.byteLimit = MemoryRequirement.machineBytes
    guard given.isEmpty || source.holdsPictures else {
      throw .picturesNeeded(options: given, source: source.name)
    }
    options.inverts = invert
    guard let shape = model.imageShape else {
      if !resize { return options }
      throw .conflict(
        options: ["--resize"],
        reason: "the model was not trained on pictures and has no size to scale to; leave out")
    }
    options.fit(shape, reference: "the model")
    if resize { options.resize = options.required?.size }
    return options
  }
}
