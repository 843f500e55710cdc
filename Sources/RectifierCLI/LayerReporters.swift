// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments

/// Shows the progress of layers that are trained one after another.
final class LayerReporters {
  private let reporters: [ProgressReporter]

  init(style: ProgressStyle, output: TerminalOutput, configuration: TrainConfiguration) {
    reporters = configuration.hiddenWidths.indices.map {
      ProgressReporter(
        style: style, output: output, epochCount: configuration.epochCount,
        prefix: "hidden.\($0)  ")
    }
  }

  /// Says something before the first layer.
  func say(_ line: String) {
    reporters[0].say(line)
  }

  /// The one of a layer.
  func reporter(ofLayer layer: Int) -> ProgressReporter { reporters[layer] }
}
