// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// Runs whose λ is adapted to a target of zeros.
@Suite struct ZeroTargetTrainingTests {
  private static let widths = [60, 40]

  /// Rows whose class is the greatest of their first four features.
  private func data(_ name: String, rowCount: Int) throws -> Dataset {
    var stream = Seed(5).stream(name)
    let rows = stream.rows(rowCount, 20)
    let classes = (0..<rowCount).map { row in
      Int32((0..<4).max { rows[row, $0] < rows[row, $1] }!)
    }
    return try Dataset(
      name: name, features: .floats(rows), targets: .classes(classes),
      labels: ["a", "b", "c", "d"])
  }

  private func run(
    _ target: Float?, initial: Float = 0, seed: UInt64 = 3, epochCount: Int = 20,
    patience: Int = 0, dropout: Dropout = .none, activation: Activation = .rectifier,
    _ execution: Execution = .default
  ) throws -> TrainingRun {
    let architecture = try Architecture(
      inputCount: 20, hiddenWidths: Self.widths, activations: [activation],
      head: .softmax(classCount: 4))
    return try TrainingRun(
      Network(architecture, seed: Seed(seed)), training: data("training", rowCount: 1000),
      validation: data("validation", rowCount: 200),
      options: TrainingOptions(
        activationL1: [initial, initial], targetZeros: target, learningRate: 0.1,
        epochCount: epochCount, patience: patience, seed: Seed(seed), dropout: dropout),
      execution: execution)
  }

  private func zeros(_ run: TrainingRun) -> [Double] {
    run.reports.map { ZeroFraction.mean($0.zeroFraction, widths: Self.widths)! }
  }

  /// Within twelve epochs zeros are within two points of the target and stay there, and the kept epoch
  /// is one of those.
  @Test(arguments: [0.75, 0.85, 0.95] as [Float], [3, 4, 5] as [UInt64])
  func targetsAreReachedAndHeld(target: Float, seed: UInt64) throws {
    let run = try run(target, seed: seed)
    _ = try run.networks()
    #expect(zeros(run)[11...].allSatisfy { abs($0 - Double(target)) < 0.02 }, "\(zeros(run))")
    #expect(zeros(run).allSatisfy { $0 < Double(target) + 0.02 }, "\(zeros(run))")
    let best = try #require(run.best)
    let kept = ZeroFraction.mean(best.facts.zeroFraction, widths: Self.widths)!
    #expect(abs(kept - Double(target)) <= 0.02)
    #expect(best.facts.activationL1 == run.reports[best.facts.epoch - 1].activationL1)
  }

  /// From far too large and far too small a beginning, with units dropped, and of other units.
  @Test func whereverItBegins() throws {
    for (run, name) in [
      (try run(0.85, initial: 1e-7), "small"), (try run(0.85, initial: 0.01), "large"),
      (try run(0.85, dropout: Dropout(hidden: [0.25, 0.25])), "dropout"),
      (try run(0.85, activation: .rectifiedTanh), "rectified tanh"),
    ] {
      _ = try run.networks()
      #expect(abs(zeros(run).last! - 0.85) < 0.02, "\(name): \(zeros(run))")
    }
  }

  /// Fewer zeros than the network has by itself cannot be had: λ goes to 0 and stays there.
  @Test func belowTheNaturalZerosThePenaltyGoesOff() throws {
    let run = try run(0.2)
    _ = try run.networks()
    #expect(run.reports.suffix(10).allSatisfy { $0.activationL1 == 0 })
    #expect(zeros(run).allSatisfy { $0 > 0.22 })
    let free = run.reports.filter { $0.activationL1 == 0 }
    let best = try #require(run.best?.facts)
    #expect(best.activationL1 == 0)
    #expect(best.validationErrorRate == free.map { $0.validationErrorRate! }.min())
  }

  /// Of the epochs within the tolerance the one with the best result is kept.
  @Test func theBestEpochIsAmongThoseOnTarget() throws {
    let run = try run(0.9)
    _ = try run.networks()
    let onTarget = run.reports.filter {
      abs(ZeroFraction.mean($0.zeroFraction, widths: Self.widths)! - 0.9) <= 0.02
    }
    let least = try #require(onTarget.map { $0.validationErrorRate! }.min())
    let best = onTarget.first { $0.validationErrorRate == least }
    #expect(run.best?.facts.epoch == best?.epoch)
    #expect(onTarget.count < run.reports.count)
  }

  private func bits(_ network: Network) -> [UInt32] {
    network.tensors().flatMap { $0.values.map(\.bitPattern) }
  }

  @Test func noExecutionShows() throws {
    let whole = try run(0.85, epochCount: 3, HeadTrainingTests.plain)
    let networks = try whole.networks().map(bits)
    for execution in NetworkGradientTests.executions {
      let run = try run(0.85, epochCount: 3, execution)
      #expect(try run.networks().map(bits) == networks)
      #expect(run.plainReports == whole.plainReports)
    }
    let fixed = try run(nil, initial: 0.05 / 100, epochCount: 3)
    let others = try fixed.networks().map(bits)
    // The first epoch's λ is the one that the law begins at; the ends of epochs change it.
    #expect(others[0] == networks[0] && others[2] != networks[2])
    #expect(fixed.reports.allSatisfy { $0.activationL1 == nil })
  }

  @Test(arguments: [1, 100, 150, 240])
  func aStopDoesNotShow(stop: Int) throws {
    let whole = try run(0.85, epochCount: 3, HeadTrainingTests.plain)
    _ = try whole.networks()
    let first = try run(0.85, epochCount: 3, Execution(threadCount: 2))
    for _ in 0..<stop { _ = try first.step() }
    let second = try TrainingRun(
      resuming: first.checkpoint(), training: data("training", rowCount: 1000),
      validation: data("validation", rowCount: 200))
    _ = try second.networks()
    #expect(bits(second.last.network) == bits(whole.last.network))
    #expect(second.plainReports == whole.plainReports && second.best == whole.best)
  }

  /// Coming nearer to the target counts as better, so patience does not end a run on its way.
  @Test func patienceWaitsForTheTarget() throws {
    let run = try run(0.95, patience: 4)
    _ = try run.networks()
    let best = try #require(run.best?.facts)
    #expect(abs(ZeroFraction.mean(best.zeroFraction, widths: Self.widths)! - 0.95) <= 0.02)
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    let changes: [(inout TrainingOptions) -> Void] = [
      { $0.targetZeros = 0 }, { $0.targetZeros = 1 }, { $0.targetZeros = .nan },
      { $0.activationL1 = [0, 0.1] }, { $0.epochCount = 1 },
    ]
    func error(_ activations: [Activation], _ change: (inout TrainingOptions) -> Void) throws {
      var options = SmallTraining.options()
      options.activationL1 = [0, 0]
      options.targetZeros = 0.8
      change(&options)
      let architecture = try Architecture(
        inputCount: 6, hiddenWidths: [8, 5], activations: activations,
        head: .softmax(classCount: 3))
      let error = #expect(throws: TrainingError.self) {
        try TrainingRun(
          Network(architecture, seed: Seed(3)), training: SmallTraining.data(),
          validation: SmallTraining.data("validation", rowCount: 11), options: options)
      }
      guard case .invalidOption("target of zeros", _, _) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
    for change in changes { try error([.rectifier], change) }
    for activation in Activation.all where !activation.hasSilentRange {
      try error([.rectifier, activation]) { _ in }
    }
  }
}
