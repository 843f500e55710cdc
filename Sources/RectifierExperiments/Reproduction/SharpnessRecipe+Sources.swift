// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension SharpnessRecipe {
  /// What each field is from, and each option of training that the recipe leaves at its default.
  package static let sources: [String: RecipeSource] = [
    "dataSets": .ourChoice(deviations: [4, 15, 20]),
    "sharpnesses": .paper("section 4.1"),
    "batchSize": .paper("section 4.1"),
    "learningRates": .ourChoice(deviations: [21]),
    "epochCount": .ourChoice(deviations: [6]),
    "seeds": .ourChoice(deviations: [9]),
    "activationL1": .ourChoice(deviations: [22]),
    "optimizer": .paper("section 4.1"),
    "schedule": .paper("section 4.1"),
    "initializer": .ourChoice(deviations: [10]),
    "signMask": .ourChoice(deviations: [11]),
    "test": .ourChoice(deviations: [12]),
  ]
}
