// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments

/// What `reproduce figure2` prints.
enum Figure2Text {
  /// The values of all units, a row a layer, then the activations.
  static func lines(_ results: Figure2Results) -> [String] {
    let widest = results.layers.map(\.count).max() ?? 0
    let rows = results.namedLayers.map { layer in
      [layer.name] + layer.values.map { NumberText.fixed(Double($0), decimals: 3) }
    }
    let paths = results.pathCounts
    return TextTable.lines([["layer"] + (0..<widest).map { "unit \($0 + 1)" }] + rows)
      + ["", "\(paths.active) of \(paths.all) paths from input to output are active.", ""]
      + ActivationText.lines(results.activations)
  }
}
