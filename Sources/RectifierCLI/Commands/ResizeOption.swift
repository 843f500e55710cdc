// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import ArgumentParser
import RectifierData
import RectifierExperiments

/// The size of pictures where no model says one.
struct ResizeOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Scale pictures to this size. (default: their own)", valueName: "heightxwidth"))
  var resize: String?

  /// How pictures are read; refused where the source holds none.
  func options(for source: DataSource) throws(ConfigurationError) -> PictureOptions {
    var options = PictureOptions()
    options.byteLimit = MemoryRequirement.machineBytes
    guard let resize else { return options }
    guard source.holdsPictures else {
      throw .picturesNeeded(options: ["--resize"], source: source.name)
    }
    options.resize = try TrainConfiguration.pictureSize(parsing: resize)
    return options
  }
}
