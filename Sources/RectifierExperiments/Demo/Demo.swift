// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierInterchange
import RectifierNumerics
import RectifierTraining

/// Trains the networks of a recipe, each in a run folder of its own, and times what zeros save.
package struct Demo {
  package let recipe: DemoRecipe
  private let parent: String
  private let threadCount: Int?
  private let environment: [String: String]

  /// A demo whose networks get the next free `PARENT/demo-ACTIVATION-N`.
  package init(
    _ recipe: DemoRecipe = DemoRecipe(), parent: String = "runs", threadCount: Int?,
    environment: [String: String]
  ) {
    self.recipe = recipe
    self.parent = parent
    self.threadCount = threadCount
    self.environment = environment
  }

  /// What a caller hears; nothing is asked of it but whether to stop.
  package struct Events {
    /// The data are about to be made or read.
    package var loading: (_ source: String) -> Void
    /// A network's training begins.
    package var began: (DemoRecipe.Entry, TrainingStart) -> Void
    package var epoch: (EpochReport) -> Void
    package var step: (StepReport) -> Void
    /// The timing of the sparse path begins.
    package var timing: () -> Void
    package var shouldStop: () -> Bool

    package init(
      loading: @escaping (String) -> Void,
      began: @escaping (DemoRecipe.Entry, TrainingStart) -> Void,
      epoch: @escaping (EpochReport) -> Void, step: @escaping (StepReport) -> Void,
      timing: @escaping () -> Void, shouldStop: @escaping () -> Bool
    ) {
      self.loading = loading
      self.began = began
      self.epoch = epoch
      self.step = step
      self.timing = timing
      self.shouldStop = shouldStop
    }
  }

  /// Runs it all.
  ///
  /// - Returns: Nil where it was stopped.
  /// - Throws: What training throws.
  package func run(_ events: Events) throws -> DemoResults? {
    let first = recipe.configuration(recipe.entries[0], threadCount: threadCount)
    let execution = try Execution.requested(threadCount: threadCount, environment: environment)
    events.loading(recipe.data)
    let data = try TrainingSources.resolve(first, environment: environment)
      .load(first, execution: execution)
    var trials: [DemoResults.Trial] = []
    for entry in recipe.entries {
      guard let trial = try train(entry, on: data, events) else { return nil }
      trials.append(trial)
    }
    events.timing()
    let model = trials[0].model
    guard
      let timing = try SparsePathTiming.measure(
        model.network, training: data.training.data, validation: data.validation.data,
        options: model.facts.options, execution: execution, shouldStop: events.shouldStop)
    else { return nil }
    return DemoResults(trials: trials, timing: timing)
  }

  private func train(
    _ entry: DemoRecipe.Entry, on data: TrainingData, _ events: Events
  ) throws -> DemoResults.Trial? {
    let name = "demo-\(entry.activation.name.split(separator: ":")[0])"
    let session = try TrainingSession.start(
      recipe.configuration(entry, threadCount: threadCount), out: nil, name: name, parent: parent,
      data: data, environment: environment)
    let isFinished = try session.run(
      TrainingEvents(
        started: { events.began(entry, $0) }, step: events.step, epoch: events.epoch,
        shouldStop: events.shouldStop))
    guard isFinished, let results = session.record.results else { return nil }
    return DemoResults.Trial(
      entry: entry, runPath: session.folder.path, results: results,
      model: try Model(contentsOf: session.folder.modelPath))
  }
}
