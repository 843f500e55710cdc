// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// Rectifier units of the input with random weights.
enum RandomUnits {
  /// What so many of them make of data, `[rows × units]`.
  static func codes(
    of data: Dataset, width: Int, seed: Seed, execution: Execution
  ) -> Matrix {
    do throws(ArchitectureError) {
      let architecture = try Architecture(
        inputCount: data.featureCount, hiddenWidths: [width], head: .identity(outputCount: 1))
      return Network(architecture, seed: seed.derived("random units", number: width))
        .codes(of: data, execution: execution)
    } catch {
      fatalError("random units: \(error)")
    }
  }
}
