// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Figure4Recipe {
  /// What each field is from, and each option of training that the recipe leaves at its default.
  package static let sources: [String: RecipeSource] = [
    "panels": .ourChoice(deviations: [4, 23]),
    "activations": .paper("section 4.1"),
    "batchSize": .paper("section 4.1"),
    "learningRates": .ourChoice(deviations: [21]),
    "epochCount": .ourChoice(deviations: [6, 25]),
    "leastEpochSampleCount": .ourChoice(deviations: [25]),
    "seed": .ourChoice(deviations: [24]),
    "activationL1": .ourChoice(deviations: [22]),
    "corruption": .ourChoice(deviations: [19]),
    "pretrainingRate": .ourChoice(deviations: [26]),
    "pretrainingEpochCount": .ourChoice(deviations: [19]),
    "optimizer": .paper("section 4.1"),
    "schedule": .paper("section 4.1"),
    "initializer": .ourChoice(deviations: [10]),
    "signMask": .ourChoice(deviations: [11]),
    "test": .ourChoice(deviations: [12]),
  ]
}
