// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments

/// Activations at whole numbers.
enum ActivationText {
  /// A row an input.
  static func lines(_ curves: ActivationCurves) -> [String] {
    let rows = curves.rows.map { row in
      [NumberText.fixed(row.input, decimals: 0)]
        + row.outputs.map { NumberText.fixed($0, decimals: 4) }
    }
    return TextTable.lines([["input"] + curves.activations.map(\.name)] + rows)
  }
}
