// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct PretrainingRunTests {
  /// Each layer by hand: a training run on the codes of the layer below.
  @Test(arguments: [false, true])
  func layersByHand(hasSignMask: Bool) throws {
    let problem = SmallPretraining(hasSignMask: hasSignMask)
    let run = try problem.run()
    try run.finish()
    let network = try problem.network()
    var parts = try [problem.data(), problem.data("validation", rowCount: 12)]
    var layers: [Network] = []
    for layer in 0..<2 {
      let options = problem.options[layer]
      let single = try TrainingRun(
        network.autoencoder(
          ofHiddenLayer: layer, reconstruction: .softplus, seed: options.training.seed),
        training: parts[0].givingItselfBack(), validation: parts[1].givingItselfBack(),
        options: options.training)
      while try single.epoch() != nil {}
      let best = try #require(single.best)
      #expect(run.autoencoders[layer] == best)
      parts = try parts.map { part in
        try Dataset(
          name: part.name, features: .floats(best.network.codes(of: part)), targets: .none)
      }
      layers.append(best.network)
    }
    #expect(run.pretrained == (try network.replacingHiddenLayers(with: layers)))
    #expect(run.isFinished && run.layer == 2 && run.checkpoint() == nil)
    #expect(run.reports.map(\.layer) == [0, 0, 0, 1, 1, 1])
    #expect(run.reports.map(\.epoch.epoch) == [1, 2, 3, 1, 2, 3])
    #expect(run.reports.allSatisfy { $0.epoch.zeroFraction.count == 1 })
  }

  @Test func aLayerThatGetsNoBetterEndsAndTheNextBegins() throws {
    // Steps so small that no error changes: the first epoch is the best.
    let run = try SmallPretraining(epochCount: 9, rate: 1e-30, patience: 2).run()
    try run.finish()
    #expect(run.reports.map(\.layer) == [0, 0, 0, 1, 1, 1])
    #expect(run.isFinished)
  }

  @Test(arguments: Reconstruction.allCases, [false, true])
  func reconstructionImproves(reconstruction: Reconstruction, tiesWeights: Bool) throws {
    let rate: Float = reconstruction == .logistic ? 0.5 : 0.03
    let run = try SmallPretraining(
      reconstruction: reconstruction, tiesWeights: tiesWeights, epochCount: 60, rate: rate
    ).run()
    try run.finish()
    for layer in 0..<2 {
      let losses = run.reports.filter { $0.layer == layer }.map(\.epoch.validationLoss)
      // Of the cross-entropy the targets' own entropy is left, and of rectifiers some fall silent.
      let share =
        switch reconstruction {
        case .logistic: 0.95
        case .rectifier: 0.9
        default: 0.7
        }
      #expect(losses.min()! < losses[0] * share)
      #expect(run.autoencoders[layer].facts.validationLoss == losses.min()!)
      #expect(run.autoencoders[layer].network.hasTiedWeights == tiesWeights)
    }
  }

  @Test(arguments: [
    SmallPretraining(reconstruction: .logistic, hasSignMask: true),
    SmallPretraining(reconstruction: .linearPreActivation, hasSignMask: true, tiesWeights: true),
    SmallPretraining(activation: .softplus(sharpness: 1), corruption: .gaussian(deviation: 0.2)),
  ])
  func noExecutionAndNoStopShows(problem: SmallPretraining) throws {
    let expected = try problem.run(HeadTrainingTests.plain)
    try expected.finish()
    for execution in NetworkGradientTests.executions {
      let run = try problem.run(execution)
      try run.finish()
      #expect(run.bits == expected.bits && run.plainReports == expected.plainReports)
    }
    for epochCount in 0...5 {
      let first = try problem.run(Execution(threadCount: 2))
      for _ in 0..<epochCount { _ = try first.epoch() }
      var stepCount = 0
      let stopped = try first.epoch { _ in
        stepCount += 1
        return stepCount < 3
      }
      #expect(stopped == nil)
      let second = try problem.resumed(first, Execution(threadCount: 3))
      try second.finish()
      #expect(second.bits == expected.bits)
      #expect(second.plainReports.suffix(3) == expected.plainReports.suffix(3))
      #expect(second.autoencoders == expected.autoencoders)
    }
  }

  @Test func theNumberOfOptionsIsThatOfTheLayers() throws {
    let problem = SmallPretraining()
    let data = try problem.data()
    let error = #expect(throws: PretrainingError.self) {
      try PretrainingRun(
        problem.network(), training: data, validation: data, options: [problem.options[0]])
    }
    #expect(error == .layerCountDiffers(options: 1, hiddenLayers: 2))
    let flat = try Network(
      Architecture(inputCount: 12, hiddenWidths: [], head: .softmax(classCount: 3)), seed: Seed(1))
    #expect(throws: PretrainingError.layerCountDiffers(options: 0, hiddenLayers: 0)) {
      try PretrainingRun(flat, training: data, validation: data, options: [])
    }
  }

  /// The decision on inputs below 0: refused at once by decoders that cannot give them back.
  @Test(arguments: Reconstruction.allCases, [-0.25, 1.5] as [Float])
  func inputsOutOfReachAreRefused(reconstruction: Reconstruction, value: Float) throws {
    let problem = SmallPretraining(reconstruction: reconstruction)
    guard case .floats(var rows) = try problem.data().features else { return }
    rows[31, 4] = value
    let data = try Dataset(name: "odd", features: .floats(rows), targets: .none)
    let isReachable =
      switch reconstruction {
      case .linear, .linearPreActivation: true
      case .softplus, .rectifier: value > 0
      case .logistic: false
      }
    guard !isReachable else {
      _ = try problem.run(training: data)
      return
    }
    let error = #expect(throws: PretrainingError.self) { try problem.run(training: data) }
    #expect(
      error
        == .inputNotReachable(
          data: "odd", row: 31, column: 4, found: value, reconstruction: reconstruction))
    let message = try #require(error?.description)
    #expect(message.contains("odd: row 31, column 4") && message.contains("linear decoder"))
    #expect(!message.contains("\n"))
  }

  @Test(arguments: Reconstruction.allCases, [Activation.tanh, .identity])
  func signedCodesAreRefusedWhereTheyAreOutOfReach(
    reconstruction: Reconstruction, activation: Activation
  ) throws {
    let run = try SmallPretraining(
      reconstruction: .linear, upper: reconstruction, activation: activation, epochCount: 1
    ).run()
    switch (reconstruction, activation) {
    case (.linear, _), (.linearPreActivation, _), (.logistic, .tanh):
      try run.finish()
      #expect(run.isFinished)
    default:
      let error = #expect(throws: PretrainingError.self) { try run.finish() }
      #expect(
        error
          == .signedCodes(layer: 1, activation: activation, reconstruction: reconstruction))
      #expect(error?.description.contains("use the linear decoder") == true)
    }
  }

  @Test func divergenceNamesTheLayer() throws {
    let run = try SmallPretraining(reconstruction: .linear, rate: 3e38).run()
    let error = #expect(throws: PretrainingError.self) { try run.finish() }
    guard case .training(0, .diverged(1, _, _)) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.description.hasPrefix("hidden.0: training: diverged") == true)
  }

  @Test func aLayerTrainedInAnotherWayIsRefused() throws {
    let first = try SmallPretraining(rate: 0.04).run()
    for _ in 0..<3 { _ = try first.epoch() }
    let error = #expect(throws: PretrainingError.self) {
      try SmallPretraining().resumed(first, .default)
    }
    guard case .layersDiffer(0, _, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    let begun = try SmallPretraining(rate: 0.04).run()
    _ = try begun.epoch()
    #expect(throws: PretrainingError.self) { try SmallPretraining().resumed(begun, .default) }
  }
}

extension Dataset {
  /// The magnitudes of the features as targets.
  fileprivate func givingItselfBack() throws -> Dataset {
    guard case .floats(let matrix) = features else { fatalError("bytes") }
    let targets = Matrix(rows: (0..<rowCount).map { matrix.row($0).map(abs) })
    return try Dataset(name: name, features: features, targets: .reals(targets))
  }
}
