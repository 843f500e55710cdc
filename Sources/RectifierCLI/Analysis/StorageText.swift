// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierExperiments
import RectifierTraining

/// How many bytes codes take, for reading.
enum StorageText {
  static let title = "Storage: bytes a sample in a code file"

  static func column(_ storage: Storage) -> [AnalysisRow] {
    storage.layers.enumerated().flatMap { layer, storage in
      CodeForm.allCases.map { form in
        AnalysisRow(
          layer: layer, name(form), EstimateText.number(storage.bytesPerSample(form)))
      } + [AnalysisRow(layer: layer, "smallest", name(storage.smallestForm))]
    }
  }

  /// What a form writes.
  static func name(_ form: CodeForm) -> String {
    switch form {
    case .positions: "positions and values"
    case .mask: "bit mask and values"
    case .dense: "all values"
    }
  }
}
