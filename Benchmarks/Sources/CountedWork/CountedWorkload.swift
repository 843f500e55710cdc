// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier
import Workloads

/// A small piece of work whose instructions are counted.
struct CountedWorkload {
  enum Kind {
    case training(Optimizer)
    case inference
  }

  let name: String
  let kind: Kind
  let batchSize: Int
  let kernels: Execution.Kernels
  /// Enough to outweigh what a call does only now and then.
  let callCount: Int

  /// All of them. Widths, zeros and counts are small: an instruction counter is slow.
  static let all: [CountedWorkload] = [
    CountedWorkload("training-1-sparse", .training(.sgd), 1, .sparse, calls: 100),
    CountedWorkload("training-10-sparse", .training(.sgd), 10, .sparse, calls: 20),
    CountedWorkload("training-128-sparse", .training(.sgd), 128, .sparse, calls: 4),
    CountedWorkload("training-128-dense", .training(.sgd), 128, .dense, calls: 4),
    CountedWorkload("momentum-10-sparse", .training(.momentum()), 10, .sparse, calls: 20),
    CountedWorkload("inference-1-sparse", .inference, 1, .sparse, calls: 200),
    CountedWorkload("inference-10-sparse", .inference, 10, .sparse, calls: 40),
    CountedWorkload("inference-128-sparse", .inference, 128, .sparse, calls: 4),
    CountedWorkload("inference-128-dense", .inference, 128, .dense, calls: 4),
  ]

  private init(
    _ name: String, _ kind: Kind, _ batchSize: Int, _ kernels: Execution.Kernels, calls: Int
  ) {
    self.name = name
    self.kind = kind
    self.batchSize = batchSize
    self.kernels = kernels
    callCount = calls
  }

  /// Draws the subject and makes the first calls, which are not to be counted.
  ///
  /// - Returns: A call.
  func prepared() throws -> () throws -> Void {
    let subject = try DrawnSubject(
      Architecture(inputCount: 200, hiddenWidths: [250, 250], head: .softmax(classCount: 10)),
      zeroFraction: 0.8, inputZeroFraction: 0.8, rowCount: 256
    ).subject()
    let execution = Execution(threadCount: 1, kernels: kernels)
    switch kind {
    case .training(let optimizer):
      let work = try TrainingWork(
        subject, batchSize: batchSize, optimizer: optimizer, execution: execution,
        leastCallCount: callCount + 1)
      for _ in 0..<2 { _ = try work.call() }
      return {
        guard try work.call() else { fatalError("\(name): an epoch ends among the counted calls") }
      }
    case .inference:
      let work = InferenceWork(
        subject, batches: subject.batches(of: batchSize), execution: execution)
      for _ in 0..<2 { work.call() }
      return work.call
    }
  }
}
