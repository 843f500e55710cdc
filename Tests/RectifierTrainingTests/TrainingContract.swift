// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics
import RectifierTraining
import Testing

/// What holds of every training run, whatever it learns.
enum TrainingContract {
  static func bits(_ network: Network) -> [UInt32] {
    network.tensors().flatMap { $0.values.map(\.bitPattern) }
  }

  /// That networks and reports have the same bits on any number of threads, instruction set and
  /// kernels.
  static func expectNoExecutionShows(_ run: (Execution) throws -> TrainingRun) throws {
    let expected = try run(HeadTrainingTests.plain)
    let networks = try expected.networks().map(bits)
    for execution in NetworkGradientTests.executions {
      let run = try run(execution)
      #expect(try run.networks().map(bits) == networks)
      #expect(run.plainReports == expected.plainReports)
    }
  }

  /// That a run which was stopped after some steps and resumed ends as one that was not.
  static func expectNoStopShows(
    after stepCount: Int, _ run: (Execution) throws -> TrainingRun,
    resuming: (Checkpoint, Execution) throws -> TrainingRun
  ) throws {
    let whole = try run(HeadTrainingTests.plain)
    _ = try whole.networks()
    let first = try run(Execution(threadCount: 2))
    for _ in 0..<stepCount { _ = try first.step() }
    let second = try resuming(first.checkpoint(), Execution(threadCount: 3))
    _ = try second.networks()
    #expect(bits(second.last.network) == bits(whole.last.network))
    #expect(second.best == whole.best && second.plainReports == whole.plainReports)
  }
}
