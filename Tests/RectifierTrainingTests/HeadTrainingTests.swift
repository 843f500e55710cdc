// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// The contract of training, for every head.
@Suite struct HeadTrainingTests {
  static let heads = OutputHead.all(outputCount: 4)
  static let plain = Execution(threadCount: 1, instructionSet: .portable, kernels: .dense)

  @Test(arguments: heads, [Initializer.glorotUniform, .heNormal, .constant(0.125)])
  func noExecutionShows(head: OutputHead, initializer: Initializer) throws {
    let problem = RealTraining(head: head, initializer: initializer)
    try TrainingContract.expectNoExecutionShows { try problem.run($0) }
  }

  @Test(arguments: heads, [1, 4, 5, 7, 14])
  func aStopDoesNotShow(head: OutputHead, stop: Int) throws {
    let problem = RealTraining(head: head)
    try TrainingContract.expectNoStopShows(
      after: stop, { try problem.run($0) }, resuming: problem.resumed)
  }

  @Test(arguments: heads)
  func trainingLearns(head: OutputHead) throws {
    let run = try RealTraining(head: head).run(.default, rate: 0.1, epochCount: 300)
    _ = try run.networks()
    let (first, last) = (run.reports[0], run.reports.last!)
    // Of the rectifier's outputs some fall silent for good.
    let share = head == .rectifier(outputCount: 4) ? 0.6 : 0.33
    #expect(last.trainingLoss < first.trainingLoss * share)
    #expect((last.validationErrorRate == nil) == (head.classCount == nil))
    #expect((last.trainingErrorRate == nil) == (head.classCount == nil))
  }

  /// Outputs are what the link can give.
  @Test(arguments: heads)
  func predictionsStayInRange(head: OutputHead) throws {
    let problem = RealTraining(head: head)
    let run = try problem.run(.default)
    _ = try run.networks()
    let outputs = try run.last.outputs(for: problem.data("asked", rowCount: 300))
    let values = (0..<300).flatMap { outputs.row($0) }
    switch head {
    case .softmax, .logistic: #expect(values.allSatisfy { $0 > 0 && $0 < 1 })
    case .identity: #expect(values.contains { $0 < 0 } && values.contains { $0 > 0 })
    case .softplus: #expect(values.allSatisfy { $0 > 0 })
    case .rectifier: #expect(values.allSatisfy { $0 >= 0 } && values.contains { $0 > 0 })
    }
  }

  @Test(arguments: heads)
  func divergenceIsReported(head: OutputHead) throws {
    let run = try RealTraining(head: head).run(.default, rate: 3e38)
    let error = #expect(throws: TrainingError.self) { try run.networks() }
    guard case .diverged(1, _, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(run.best == nil)
  }

  @Test(arguments: [-0.25, 1.5, 1.0000001] as [Float], [0, 22])
  func logisticTargetsAreFromZeroToOne(target: Float, row: Int) throws {
    let problem = RealTraining(head: .logistic(outputCount: 4))
    let data = try problem.data()
    guard case .reals(var targets) = data.targets else { return }
    targets[row, 2] = target
    let wrong = try Dataset(name: "wrong", features: data.features, targets: .reals(targets))
    let error = #expect(throws: TrainingError.self) {
      try problem.run(.default, training: wrong)
    }
    guard case .model(.targetOutOfRange("wrong", row, 2, let found)) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(found == target)
    let message = try #require(error?.description)
    #expect(message.contains("wrong: row \(row), target column 2") && !message.contains("\n"))
    let identity = RealTraining(head: .identity(outputCount: 4))
    _ = try identity.run(.default, training: wrong)
  }

  @Test(arguments: heads)
  func targetsOfAnotherKindAreRefused(head: OutputHead) throws {
    let problem = RealTraining(head: head)
    let other = RealTraining(
      head: head.classCount == nil ? .softmax(classCount: 4) : .identity(outputCount: 4))
    #expect(throws: TrainingError.self) { try problem.run(.default, training: other.data()) }
    guard head.classCount == nil else { return }
    let narrow = try RealTraining(head: .logistic(outputCount: 3)).data()
    #expect(
      throws: TrainingError.model(.targetsDiffer(data: "training", expected: "4 real numbers"))
    ) { try problem.run(.default, training: narrow) }
  }
}
