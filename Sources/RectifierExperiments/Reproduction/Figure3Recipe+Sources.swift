// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Figure3Recipe {
  /// What each field is from, and each option of training that the recipe leaves at its default.
  package static let sources: [String: RecipeSource] = [
    "data": .paper("section 4.1"),
    "validation": .ourChoice(deviations: [4]),
    "hiddenWidths": .paper("section 4.1"),
    "batchSize": .paper("section 4.1"),
    "learningRate": .ourChoice(deviations: [5]),
    "epochCount": .ourChoice(deviations: [6]),
    "groups": .ourChoice(deviations: [7, 8]),
    "seed": .ourChoice(deviations: [9]),
    "optimizer": .paper("section 4.1"),
    "schedule": .paper("section 4.1"),
    "initializer": .ourChoice(deviations: [10]),
    "signMask": .ourChoice(deviations: [11]),
    "test": .ourChoice(deviations: [12]),
  ]
}
