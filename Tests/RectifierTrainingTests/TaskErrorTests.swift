// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining
import Testing

/// Tasks that head, options or data do not go with.
@Suite struct TaskErrorTests {
  private static let multiLabel = TaskTraining(task: .multiLabel)
  private static let regression = TaskTraining(task: .regression(mean: 0, deviation: 1))
  private static let ordinal = TaskTraining(task: .ordinal(levels: TaskTraining.levels))

  private func expectError(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation, _ run: () throws -> Void
  ) {
    let error = #expect(throws: TrainingError.self, sourceLocation: sourceLocation) { try run() }
    let message = error?.description ?? ""
    #expect(message.contains(text), "\(message)", sourceLocation: sourceLocation)
    #expect(!message.contains("\n"), sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    (
      multiLabel, LearningTask.classification,
      "softmax head for task classification, found logistic"
    ),
    (regression, .multiLabel, "expected a logistic head for task multi-label, found identity"),
    (ordinal, .regression(mean: 0, deviation: 1), "expected a head of real numbers"),
    (ordinal, .ordinal(levels: [1, 2, 3]), "expected 4 finite levels that ascend"),
    (ordinal, .ordinal(levels: [1, 2, 2, 3]), "expected 4 finite levels that ascend"),
    (ordinal, .ordinal(levels: [1, 2, 3, .infinity]), "expected 4 finite levels that ascend"),
    (regression, .regression(mean: 0, deviation: 0), "a deviation above 0"),
    (regression, .regression(mean: .nan, deviation: 1), "expected a finite mean"),
  ])
  func tasksGoWithTheirHeads(problem: TaskTraining, task: LearningTask, text: String) {
    var options = problem.options()
    options.task = task
    expectError(text) { _ = try problem.run(options: options) }
  }

  @Test func oneNumberIsPredicted() throws {
    let problem = TaskTraining(task: .multiLabel)
    let flaw = LearningTask.regression(mean: 0, deviation: 1)
      .flaw(head: .identity(outputCount: 2))
    #expect(flaw?.expected == "one output" && flaw?.found == "2")
    #expect(problem.task.flaw(head: problem.head) == nil)
  }

  @Test(
    arguments: [
      (ordinal, [1, 2, 3], "expected one for each of 4 classes for class weights, found 3"),
      (ordinal, [1, 1, 1, -1], "expected a finite number from 0 on"),
      (multiLabel, [1, 1, .nan, 1], "expected a finite number from 0 on"),
      (multiLabel, [1, 1, 1e-40, 1], "denormals excepted"),
      (ordinal, [0, 0, 0, 0], "expected one above 0 for class weights, found none"),
      (regression, [1], "expected a head of classes for class weights, found identity"),
    ] as [(TaskTraining, [Float], String)])
  func weightsAreOneAClass(problem: TaskTraining, weights: [Float], text: String) {
    var options = problem.options()
    options.classWeights = weights
    expectError(text) { _ = try problem.run(options: options) }
  }

  @Test func targetsOfAnotherKindAreRefused() throws {
    let (classes, sets) = (try Self.ordinal.data(), try Self.multiLabel.data())
    let reals = try Self.regression.data()
    for (problem, data, text) in [
      (Self.multiLabel, classes, "expected a set of classes for each row"),
      (Self.multiLabel, reals, "expected a set of classes for each row"),
      (Self.ordinal, sets, "expected a class for each row"),
      (Self.ordinal, reals, "expected a class for each row"),
      (Self.regression, sets, "expected a real number for each row"),
      (Self.regression, classes, "expected a real number for each row"),
    ] {
      expectError(text) { _ = try problem.run(training: data, validation: data) }
    }
    expectError("expects sets of classes as targets") {
      _ = try Self.multiLabel.run(
        validation: Dataset(
          name: "v", features: sets.features, targets: .classes([Int32](repeating: 0, count: 23)),
          labels: sets.labels))
    }
  }

  @Test func whatDoesNotDifferCannotBeLearned() throws {
    let sets = try Self.multiLabel.data()
    expectError("expected rows whose labels differ, found only 'a d'") {
      _ = try Self.multiLabel.run(
        training: Dataset(
          name: "same", features: sets.features,
          targets: .sets(ClassSets([[Int32]](repeating: [3, 0], count: 23))), labels: sets.labels))
    }
    expectError("expected targets that differ, found the same in every row") {
      _ = try Self.regression.run(
        training: Dataset(
          name: "same", features: sets.features,
          targets: .reals(Matrix(rows: [[Float]](repeating: [0.5], count: 23)))))
    }
  }

  @Test func labelsOfSetsAreNumberedAsInTraining() throws {
    let validation = try Self.multiLabel.data("validation", rowCount: 11)
    guard case .sets(let sets) = validation.targets else { return }
    let turned = ClassSets((0..<11).map { row in sets[row].map { 3 - $0 } })
    let other = try Dataset(
      name: "turned", features: validation.features, targets: .sets(turned),
      labels: validation.labels.reversed())
    let (plain, run) = (try Self.multiLabel.run(), try Self.multiLabel.run(validation: other))
    _ = try (plain.networks(), run.networks())
    #expect(run.plainReports == plain.plainReports)
    let unknown = try Dataset(
      name: "unknown", features: validation.features, targets: .sets(turned),
      labels: ["a", "b", "c", "z"])
    expectError("found 'z'") { _ = try Self.multiLabel.run(validation: unknown) }
  }
}
