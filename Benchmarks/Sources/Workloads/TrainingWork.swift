// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier

/// Training steps of a subject, one call each: gathering the rows, forward, head, backward, update.
public final class TrainingWork {
  private let run: TrainingRun

  /// Work from the subject's parameters on; the subject keeps them.
  ///
  /// Rows are repeated where they make but a few batches.
  ///
  /// - Parameter leastCallCount: Calls in a row that are to be of the ordinary kind.
  public init(
    _ subject: Subject, batchSize: Int, optimizer: Optimizer = .sgd, execution: Execution,
    leastCallCount: Int = 6
  ) throws {
    // Beside them an epoch has its first batch and its last.
    let rowCount = max(subject.data.rowCount / batchSize, leastCallCount + 2) * batchSize
    run = try subject.run(
      data: subject.data.repeated(rowCount: rowCount), batchSize: batchSize, optimizer: optimizer,
      execution: execution)
  }

  /// Takes a step.
  ///
  /// - Returns: Whether it was an ordinary one: the first of an epoch draws the order of the samples,
  ///   the last validates.
  public func call() throws -> Bool {
    let report = try run.step()
    return report.step > 1 && report.step < report.stepCount
  }
}

extension Dataset {
  /// The first rows, from the beginning again where there are fewer.
  fileprivate func repeated(rowCount count: Int) -> Dataset {
    count == rowCount ? self : subset(rows: (0..<count).map { Int32($0 % rowCount) })
  }
}
