// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles

/// Where a model goes that was made of another one.
enum DerivedModel {
  /// The file asked for, or one beside the model: `runs/a/model-compact.safetensors` for
  /// `runs/a/model.safetensors`. The model itself stays, as what the new one can be compared with.
  ///
  /// - Throws: `ConfigurationError.conflict` where both are one file.
  static func path(
    _ out: String?, beside modelPath: String, suffix: String
  ) throws(ConfigurationError) -> String {
    let path = out ?? ModelInput.path(beside: modelPath, ending: "-\(suffix).safetensors")
    guard let absolute = PathName.absolute(path), absolute == PathName.absolute(modelPath) else {
      return path
    }
    throw .conflict(
      options: ["--out"], reason: "\(PathName.quoted(path)) is the model itself; give another file")
  }
}
