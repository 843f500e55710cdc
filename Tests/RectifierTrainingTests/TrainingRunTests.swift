// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct TrainingRunTests {
  @Test func patienceEndsTheRunAndBestIsRestored() throws {
    // What is learned of the truth is wrong of the lie.
    let run = try SmallTraining.run(
      SmallTraining.options(epochCount: 30, patience: 3),
      validation: SmallTraining.data("validation", rowCount: 11, turn: 1))
    let networks = try run.networks()
    let rates = try run.reports.map { try #require($0.validationErrorRate) }
    let best = try #require(run.best)
    let bestEpoch = rates.firstIndex(of: rates.min()!)! + 1
    #expect(run.isFinished && run.reports.count < 30)
    #expect(best.facts.epoch == bestEpoch && run.reports.count == bestEpoch + 3)
    #expect(rates.last! > rates.min()!)
    #expect(best.network == networks[bestEpoch - 1] && best.network != run.last.network)
    #expect(best.facts.validationErrorRate == rates.min())
    #expect(best.facts.validationLoss == run.reports[bestEpoch - 1].validationLoss)
    #expect(run.last.facts.epoch == networks.count && run.last.network == networks.last)
  }

  @Test func withoutPatienceAllEpochsRun() throws {
    let run = try SmallTraining.run(
      SmallTraining.options(epochCount: 12),
      validation: SmallTraining.data("validation", rowCount: 11, turn: 1))
    #expect(try run.networks().count == 12 && run.isFinished)
    #expect(run.reports.map(\.epoch) == Array(1...12))
    var least = Double.infinity
    for report in run.reports {
      let rate = try #require(report.validationErrorRate)
      #expect(report.isBest == (rate < least))
      least = min(least, rate)
    }
  }

  /// Of eleven rows many epochs have as many wrong: the last of these has learned most.
  @Test(arguments: EpochTies.allCases)
  func equalEpochsAreToldApartAsAskedFor(ties: EpochTies) throws {
    var options = SmallTraining.options(epochCount: 30)
    options.epochTies = ties
    let run = try SmallTraining.run(options)
    _ = try run.networks()
    let errors = run.reports.compactMap(\.validationErrorRate)
    let equal = run.reports.filter { $0.validationErrorRate == errors.min() }
    try #require(equal.count > 1)
    let least = equal.map(\.validationLoss).min()
    let expected = ties == .first ? equal[0] : equal.first { $0.validationLoss == least }
    #expect(run.best?.facts.epoch == expected?.epoch)
    #expect((run.best?.facts.epoch == equal[0].epoch) == (ties == .first))
    let resumed = try TrainingRun(
      resuming: run.checkpoint(), training: SmallTraining.data(),
      validation: SmallTraining.data("validation", rowCount: 11))
    #expect(resumed.best == run.best)
  }

  @Test func trainingLearns() throws {
    let run = try SmallTraining.run(
      SmallTraining.options(epochCount: 60), validation: SmallTraining.data())
    #expect(run.best == nil && run.last.facts.epoch == 0)
    _ = try run.networks()
    #expect(run.reports.last!.trainingLoss < run.reports[0].trainingLoss / 2)
    #expect(run.best?.facts.validationErrorRate == 0)
  }

  @Test func timedStepsAreThoseOfAnEpochWithoutEnd() throws {
    let options = SmallTraining.options(epochCount: 1)
    let timed = try SmallTraining.run(options)
    let run = try SmallTraining.run(options)
    for _ in 0..<run.stepCount {
      _ = try run.step()
      try timed.timedStep()
    }
    #expect(timed.last.network == run.last.network)
    #expect(timed.reports.isEmpty && timed.best == nil && !timed.isFinished)
    for _ in 0..<run.stepCount + 1 { try timed.timedStep() }
    #expect(timed.last.network != run.last.network)
    #expect(timed.reports.isEmpty && !timed.isFinished)
  }

  @Test func aFinishedRunTakesNoStep() async throws {
    let run = try SmallTraining.run(SmallTraining.options(epochCount: 1))
    #expect(!run.isFinished)
    #expect(try run.epoch() != nil && run.isFinished)
    #expect(try run.epoch() == nil)
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let run = try SmallTraining.run(SmallTraining.options(epochCount: 1))
      _ = try run.epoch()
      _ = try run.step()
    }
    #expect(result.says("a step after epoch 1"))
  }

  @Test func onStepStopsBetweenStepsAndTheRunGoesOn() throws {
    let whole = try SmallTraining.run()
    let networks = try whole.networks()
    let run = try SmallTraining.run()
    #expect(run.stepCount == 5)
    #expect(try run.epoch { $0.step < 2 } == nil)
    #expect(run.reports.isEmpty && run.best == nil && !run.isFinished)
    #expect(run.checkpoint().progress.stepCount == 2)
    #expect(run.checkpoint().progress.sampleCount == 10)
    // A stop at the last step is the end of the epoch.
    var steps: [Int] = []
    let report = try run.epoch {
      steps.append($0.step)
      return $0.step < 5
    }
    #expect(steps == [3, 4, 5] && report?.epoch == 1)
    #expect(run.last.network == networks[0])
    _ = try run.networks()
    #expect(run.plainReports == whole.plainReports)
    #expect(run.best == whole.best && run.last == whole.last)
  }

  @Test func divergenceIsThrownAndStays() throws {
    let run = try SmallTraining.run(SmallTraining.options(rate: 1e30))
    let error = try #require(#expect(throws: TrainingError.self) { try run.networks() })
    // After the first step products of parameters of two layers are beyond Float.
    #expect(error == .diverged(epoch: 1, step: 2, layer: "hidden.1"))
    let network = run.last.network
    #expect(throws: error) { try run.step() }
    #expect(throws: error) { try run.epoch() }
    #expect(run.last.network == network && run.reports.isEmpty && run.best == nil)
  }

  @Test func aParameterThatIsNotFiniteEndsTheRun() throws {
    // One step an epoch: only the check at its end can see what the step did.
    let data = try SmallTraining.data(scale: 1000)
    var options = SmallTraining.options(rate: 3e38, batchSize: 23)
    options.activationL1 = []
    let run = try TrainingRun(
      SmallTraining.network([]), training: data, validation: data, options: options)
    let error = TrainingError.diverged(epoch: 1, step: 1, layer: "output")
    #expect(throws: error) { try run.step() }
    #expect(throws: error) { try run.step() }
    #expect(run.best == nil)
  }

  @Test func aCheckpointOfARunThatDivergedFailsAgain() throws {
    // Finite parameters, of which the validation part makes infinite logits.
    let training = try SmallTraining.data()
    let validation = try SmallTraining.data("validation", rowCount: 11, scale: 3e38)
    var options = SmallTraining.options(rate: 1000)
    options.activationL1 = []
    let run = try TrainingRun(
      SmallTraining.network([]), training: training, validation: validation, options: options)
    let error = TrainingError.diverged(epoch: 1, step: 5, layer: "output")
    #expect(throws: error) { try run.epoch() }
    let checkpoint = run.checkpoint()
    #expect(throws: error) {
      try TrainingRun(resuming: checkpoint, training: training, validation: validation)
    }
  }

  @Test func theLastShortBatchIsAveragedOverItsOwnSize() throws {
    let data = try SmallTraining.data()
    let run = try SmallTraining.run()
    for _ in 0..<4 { _ = try run.step() }
    let before = run.last.network
    #expect(try run.step().sampleCount == 3)
    let after = run.last.network.parameters

    var order = (0..<Int32(23)).map { $0 }
    var stream = Seed(3).stream("shuffle", epoch: 1)
    stream.shuffle(&order)
    guard case .floats(let features) = data.features, case .classes(let classes) = data.targets
    else { return }
    let rows = order[20...].map { Int($0) }
    let (gradient, _) = before.gradient(
      of: Matrix(rows: rows.map { features.row($0) }), targets: .classes(rows.map { classes[$0] }),
      activationL1: [0.001, 0])
    for layer in 0..<3 {
      let weights = zip(before.parameters.weights(ofLayer: layer), gradient.weights(ofLayer: layer))
      #expect(weights.map { $0.addingProduct(-0.3, $1) } == after.weights(ofLayer: layer))
      let biases = zip(before.parameters.biases(ofLayer: layer), gradient.biases(ofLayer: layer))
      #expect(biases.map { $0.addingProduct(-0.3, $1) } == after.biases(ofLayer: layer))
    }
  }

  @Test func validationLabelsInAnotherOrderAreRenumbered() throws {
    let data = try SmallTraining.data("validation", rowCount: 11)
    guard case .classes(let classes) = data.targets else { return }
    let turned = try Dataset(
      name: "validation", features: data.features, targets: .classes(classes.map { 2 - $0 }),
      labels: ["c", "b", "a"])
    let (run, other) = (
      try SmallTraining.run(validation: data), try SmallTraining.run(validation: turned)
    )
    #expect(try run.networks() == other.networks())
    #expect(run.plainReports == other.plainReports)
    #expect(run.best?.labels == other.best?.labels)
  }
}
