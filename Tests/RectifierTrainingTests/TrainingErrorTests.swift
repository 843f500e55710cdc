// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// What a run refuses before its first step.
@Suite struct TrainingErrorTests {
  private func error(
    _ options: TrainingOptions = SmallTraining.options(), training: Dataset? = nil,
    validation: Dataset? = nil
  ) throws -> TrainingError? {
    let training = try training ?? SmallTraining.data()
    let validation = try validation ?? SmallTraining.data("validation", rowCount: 11)
    let network = try SmallTraining.network()
    let error = #expect(throws: TrainingError.self) {
      try TrainingRun(network, training: training, validation: validation, options: options)
    }
    #expect(error?.description.contains("\n") == false)
    return error
  }

  private func labelled(_ name: String, _ classes: [Int32], _ labels: [String]) throws -> Dataset {
    try Dataset(
      name: name, features: SmallTraining.data(rowCount: classes.count).features,
      targets: .classes(classes), labels: labels)
  }

  @Test func aBatchOfAllRowsIsTheLargest() throws {
    #expect(
      try error(SmallTraining.options(batchSize: 24))
        == .batchTooLarge(batchSize: 24, rowCount: 23))
    let run = try SmallTraining.run(SmallTraining.options(batchSize: 23))
    #expect(try run.stepCount == 1 && run.step().sampleCount == 23)
    #expect(run.reports.count == 1)
  }

  @Test func optionsOutOfRange() throws {
    let changes: [(String, (inout TrainingOptions) -> Void)] = [
      ("activation L1", { $0.activationL1 = [0] }),
      ("activation L1", { $0.activationL1 = [0, 0, 0] }),
      ("activation L1", { $0.activationL1 = [0, -0.1] }),
      ("activation L1", { $0.activationL1 = [.nan, 0] }),
      ("activation L1", { $0.activationL1 = [.infinity, 0] }),
      ("learning rate", { $0.learningRate = 0 }), ("learning rate", { $0.learningRate = -1 }),
      ("learning rate", { $0.learningRate = .nan }),
      ("learning rate", { $0.learningRate = .infinity }),
      ("learning rate", { $0.learningRate = .leastNonzeroMagnitude }),
      ("activation L1", { $0.activationL1 = [.leastNonzeroMagnitude, 0] }),
      ("weight L2", { $0.weightL2 = .leastNormalMagnitude.nextDown }),
      ("momentum", { $0.optimizer = .momentum(coefficient: .leastNonzeroMagnitude) }),
      ("first decay", { $0.optimizer = .adam(firstDecay: .leastNonzeroMagnitude) }),
      ("input dropout", { $0.dropout = Dropout(input: 1) }),
      ("input dropout", { $0.dropout = Dropout(input: -0.1) }),
      ("dropout", { $0.dropout = Dropout(hidden: [0.5]) }),
      ("dropout", { $0.dropout = Dropout(hidden: [0.5, 1]) }),
      ("dropout", { $0.dropout = Dropout(hidden: [.nan, 0]) }),
      ("weight L2", { $0.weightL2 = -1 }), ("weight L2", { $0.weightL2 = .infinity }),
      ("momentum", { $0.optimizer = .momentum(coefficient: 1) }),
      ("second decay", { $0.optimizer = .adam(secondDecay: .nan) }),
      ("schedule", { $0.schedule = .exponential(0) }),
      ("schedule", { $0.schedule = .exponential(1.5) }),
      ("batch size", { $0.batchSize = 0 }), ("epoch count", { $0.epochCount = 0 }),
      ("patience", { $0.patience = -1 }),
      ("samples an epoch", { $0.epochSampleCount = 0 }),
      ("samples an epoch", { $0.epochSampleCount = 4 }),
      ("samples an epoch", { $0.epochSampleCount = 1 << 31 }),
    ]
    for (name, change) in changes {
      var options = SmallTraining.options()
      change(&options)
      guard case .invalidOption(name, _, _) = try error(options) else {
        Issue.record("\(name): another error")
        continue
      }
    }
  }

  @Test func classes() throws {
    let one = try labelled("one", [Int32](repeating: 1, count: 9), SmallTraining.labels)
    #expect(try error(training: one) == .data(.oneClass(name: "one", label: "b")))
    let two = try labelled("two", [0, 1, 0, 1, 0, 1], ["a", "b"])
    #expect(
      try error(training: two, validation: two)
        == .model(.classCountDiffers(data: "two", expected: 3, found: 2)))
    let unknown = try labelled("unknown", [0, 1], ["a", "z"])
    #expect(
      try error(validation: unknown)
        == .data(
          .unknownLabel(name: "unknown", row: 1, label: "z", known: SmallTraining.labels)))
  }

  @Test func dataThatDoNotFit() throws {
    let narrow = try Dataset(
      name: "narrow", features: .floats(Matrix(rowCount: 9, columnCount: 4)),
      targets: .classes([0, 1, 2, 0, 1, 2, 0, 1, 2]), labels: SmallTraining.labels)
    #expect(
      try error(training: narrow)
        == .model(.featureCountDiffers(data: "narrow", expected: 6, found: 4)))
    #expect(
      try error(validation: narrow)
        == .model(.featureCountDiffers(data: "narrow", expected: 6, found: 4)))
    let bare = try Dataset(
      name: "bare", features: SmallTraining.data().features, targets: .none)
    #expect(try error(training: bare) == .data(.notClasses(name: "bare")))
  }

  @Test func aRunGoesOnWithItsOwnData() throws {
    let training = try SmallTraining.data()
    let validation = try SmallTraining.data("validation", rowCount: 11)
    let run = try SmallTraining.run()
    for _ in 0..<7 { _ = try run.step() }
    let checkpoint = run.checkpoint()
    let facts = checkpoint.last.facts
    #expect(throws: Never.self) {
      try TrainingRun(resuming: checkpoint, training: training, validation: validation)
    }
    let otherTraining = try SmallTraining.data(turn: 1)
    let error = #expect(throws: TrainingError.self) {
      try TrainingRun(resuming: checkpoint, training: otherTraining, validation: validation)
    }
    #expect(
      error
        == .otherData(
          name: "training", expected: facts.training.description,
          found: "23 rows, \(otherTraining.checksum)"))
    let otherValidation = try SmallTraining.data("validation", rowCount: 10)
    #expect(
      throws: TrainingError.otherData(
        name: "validation", expected: facts.validation.description,
        found: "10 rows, \(otherValidation.checksum)")
    ) { try TrainingRun(resuming: checkpoint, training: training, validation: otherValidation) }
  }
}
