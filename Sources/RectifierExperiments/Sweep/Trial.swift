// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// One network of a sweep: a configuration, its seed and its data included, and how its hidden layers
/// are pre-trained, if they are.
package struct Trial: Equatable, Sendable {
  package let configuration: TrainConfiguration
  /// Nil for a network that begins as it was drawn.
  package let pretraining: PretrainConfiguration?
  /// What is measured beside errors and zeros; nil for nothing.
  package let observation: TrialObservation?
  /// What the trial's record is found by: the hash of its recipe. The record holds the configuration
  /// itself, so that a collision would be noticed.
  package let recipeHash: String
  /// The hash of the recipe without its number of epochs, which shorter and longer trainings of the
  /// same network have in common.
  let lineHash: String
  /// The hash of the pre-training's recipe, which trials with the same layers have in common.
  let pretrainingHash: String?

  /// A trial that is trained on one thread; others train beside it.
  ///
  /// - Parameter pretraining: Of the same hidden layers.
  package init(
    _ configuration: TrainConfiguration, pretraining: PretrainConfiguration? = nil,
    observation: TrialObservation? = nil
  ) throws(JSONError) {
    var configuration = configuration
    configuration.threadCount = nil
    self.configuration = configuration
    self.pretraining = pretraining.map { pretraining in
      var pretraining = pretraining
      pretraining.training.threadCount = nil
      return pretraining
    }
    self.observation = observation
    var recipe = Self.recipe(configuration, pretraining, observation)
    recipeHash = try recipe.recipeHash()
    recipe["epochs"] = nil
    lineHash = try recipe.recipeHash()
    pretrainingHash = try pretraining?.recipe.recipeHash()
  }

  /// The same trial with its data looked up in a folder first, which changes no recipe.
  package func locatingData(in directory: String?) throws(JSONError) -> Trial {
    var (configuration, pretraining) = (configuration, pretraining)
    configuration.dataDirectory = directory
    pretraining?.training.dataDirectory = directory
    return try Trial(configuration, pretraining: pretraining, observation: observation)
  }

  /// What ``recipeHash`` is the hash of.
  var recipe: JSONObject { Self.recipe(configuration, pretraining, observation) }

  private static func recipe(
    _ configuration: TrainConfiguration, _ pretraining: PretrainConfiguration?,
    _ observation: TrialObservation?
  ) -> JSONObject {
    var recipe = configuration.recipe
    if let pretraining { recipe["pretraining"] = .object(pretraining.recipe) }
    if let observation { recipe["observation"] = .string(observation.rawValue) }
    return recipe
  }

  /// All options by their keys, and those of pre-training that are its own by `pretraining.KEY`.
  package var options: JSONObject {
    var options = configuration.json.objectValue ?? JSONObject()
    options["pretraining"] = .bool(pretraining != nil)
    let own = pretraining?.ownOptions ?? JSONObject()
    for key in own.keys { options["pretraining." + key] = own[key] }
    return options
  }

  /// What tells the data of trials apart: trials with the same key read the same rows.
  var dataKey: String {
    key(of: [], isDrawn: configuration.drawsRows)
  }

  /// The same of what they learn from, which may be a sample of what was read.
  var sampleKey: String {
    key(
      of: ["trainSamples"],
      isDrawn: configuration.drawsRows || configuration.trainSampleCount != nil)
  }

  private func key(of options: [String], isDrawn: Bool) -> String {
    let relevant =
      ["data", "dataDir", "test", "validation", "validationDraw", "fold", "resize", "invert"]
      + InputConfiguration.keysOfData + options
      + (isDrawn ? ["seed"] : [])
    var key = configuration.deviations
    for name in key.keys where !relevant.contains(name) { key[name] = nil }
    // Configurations hold no number that is not finite.
    return (try? JSONValue.object(key).text(.canonical)) ?? ""
  }
}
