// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

extension TrainConfiguration {
  /// Options that say where and how work is done; no result depends on them.
  static let keysWithoutEffect = ["dataDir", "threads", "stream"]

  /// What determines a run: the members of `json` that no machine chooses and that are not at their
  /// defaults.
  ///
  /// Two configurations have one recipe only if they train the same network.
  package var recipe: JSONObject {
    members { !Self.keysWithoutEffect.contains($0) }
  }

  /// The members of `json` that are not at their defaults: what a file of options has to say.
  package var deviations: JSONObject { members { _ in true } }

  private func members(where isWanted: (String) -> Bool) -> JSONObject {
    var defaults = TrainConfiguration(data: "").json.objectValue ?? JSONObject()
    // The rate's default is that of the optimizer.
    defaults["learningRate"] = JSONValue(optimizer.defaultLearningRate)
    return (json.objectValue ?? JSONObject()).members(unlike: defaults, where: isWanted)
  }
}
