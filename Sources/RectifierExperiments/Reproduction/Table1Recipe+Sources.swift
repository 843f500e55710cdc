// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Table1Recipe {
  /// What each field is from, and each option of training that the recipe leaves at its default.
  package static let sources: [String: RecipeSource] = [
    "columns": .ourChoice(deviations: [4, 13, 14, 15]),
    "activations": .paper("section 4.1"),
    "batchSize": .paper("section 4.1"),
    "learningRates": .ourChoice(deviations: [16]),
    "selectionEpochCount": .ourChoice(deviations: [17]),
    "epochCount": .ourChoice(deviations: [6, 17]),
    "patience": .ourChoice(deviations: [17]),
    "seeds": .ourChoice(deviations: [9]),
    "activationL1": .ourChoice(deviations: [8, 18]),
    "corruption": .ourChoice(deviations: [19]),
    "pretrainingRates": .ourChoice(deviations: [16]),
    "pretrainingEpochCount": .ourChoice(deviations: [19]),
    "optimizer": .paper("section 4.1"),
    "schedule": .paper("section 4.1"),
    "initializer": .ourChoice(deviations: [10]),
    "signMask": .ourChoice(deviations: [11]),
    "test": .ourChoice(deviations: [12]),
  ]
}
