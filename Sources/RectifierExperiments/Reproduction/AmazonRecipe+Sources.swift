// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension AmazonRecipe {
  /// What each field is from, and each option of training that the recipe leaves at its default.
  package static let sources: [String: RecipeSource] = [
    "domains": .paper("section 4.2"),
    "test": .ourChoice(deviations: [34]),
    "binary": .ourChoice(deviations: [34]),
    "labelCounts": .ourChoice(deviations: [35]),
    "validation": .ourChoice(deviations: [35]),
    "seeds": .ourChoice(deviations: [35]),
    "leastEpochSampleCount": .ourChoice(deviations: [35]),
    "networks": .ourChoice(deviations: [36]),
    "training": .ourChoice(deviations: [30, 31, 32, 33, 37]),
    "optimizer": .paper("section 4.1"),
    "schedule": .paper("section 4.1"),
    "initializer": .ourChoice(deviations: [10]),
    "signMask": .ourChoice(deviations: [11]),
  ]
}
