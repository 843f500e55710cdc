// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct DemoTests {
  private let scratch: ScratchFolder
  private let recipe: DemoRecipe

  init() throws {
    scratch = try ScratchFolder()
    var recipe = DemoRecipe()
    recipe.data = try QuadrantFolder.write(in: scratch, "data")
    recipe.hiddenWidths = [8, 6]
    recipe.epochCount = 2
    recipe.batchSize = 4
    self.recipe = recipe
  }

  private func events(shouldStop: @escaping () -> Bool = { false }) -> Demo.Events {
    Demo.Events(
      loading: { _ in }, began: { _, _ in }, epoch: { _ in }, step: { _ in }, timing: {},
      shouldStop: shouldStop)
  }

  private func demo(_ parent: String) -> Demo {
    Demo(recipe, parent: scratch.file(parent), threadCount: 1, environment: [:])
  }

  @Test func everyNetworkIsTrainedInARunFolderOfItsOwn() throws {
    let results = try #require(try demo("runs").run(events()))
    #expect(results.trials.map(\.entry) == recipe.entries)
    for (trial, name) in zip(results.trials, ["rectifier", "softplus", "tanh"]) {
      #expect(trial.runPath == scratch.file("runs/demo-\(name)-1"))
      let record = try RunRecord(contentsOf: trial.runPath + "/run.json")
      #expect(record.isFinished)
      #expect(record.results == trial.results)
      #expect(record.configuration.learningRate == trial.entry.learningRate)
      #expect(record.configuration.hiddenWidths == recipe.hiddenWidths)
      let rate = try #require(record.results?.testErrorRate)
      #expect(trial.results.errors?.fraction == rate)
    }
    // Saturating units are never zero, rectifiers often are.
    #expect(results.trials[0].results.zeroFraction.allSatisfy { $0 > 0.1 })
    #expect(results.trials[1].results.zeroFraction.allSatisfy { $0 == 0 })
    #expect(results.timing.endedEqual)
    #expect(results.timing.secondsPerEpoch > 0)
    #expect(results.timing.ratioRange.contains(results.timing.ratio))
  }

  @Test func aStopLeavesARunThatCanBeResumed() throws {
    var steps = 0
    let stopped = try demo("runs").run(
      events(shouldStop: {
        steps += 1
        return steps >= 3
      }))
    #expect(stopped == nil)
    let record = try RunRecord(contentsOf: scratch.file("runs/demo-rectifier-1/run.json"))
    #expect(record.status == .stopped)
    #expect(FileKind.of(scratch.file("runs/demo-rectifier-1/checkpoint.safetensors")) == .file)
  }

  @Test func theRatesOfTheRecipeAreAmongThoseThatWereTried() {
    for entry in DemoRecipe().entries {
      #expect(DemoRecipe.learningRates.contains(entry.learningRate))
    }
  }
}
