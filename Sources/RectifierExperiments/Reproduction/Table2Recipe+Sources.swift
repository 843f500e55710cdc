// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Table2Recipe {
  /// What each field is from, and each option of training that the recipe leaves at its default.
  package static let sources: [String: RecipeSource] = [
    "data": .ourChoice(deviations: [27]),
    "vocabularySize": .paper("section 4.2"),
    "fitOn": .ourChoice(deviations: [28]),
    "layerCounts": .paper("section 4.2"),
    "activations": .paper("section 4.2"),
    "foldCount": .paper("section 4.2"),
    "validation": .ourChoice(deviations: [29]),
    "seed": .ourChoice(deviations: [29]),
    "training": .ourChoice(deviations: [30, 31, 32, 33, 37]),
    "optimizer": .paper("section 4.1"),
    "schedule": .paper("section 4.1"),
    "initializer": .ourChoice(deviations: [10]),
    "signMask": .ourChoice(deviations: [11]),
  ]
}
