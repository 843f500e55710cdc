// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

/// The contract of training for every head with every optimizer and schedule.
@Suite struct HeadOptimizerTests {
  static let heads = HeadTrainingTests.heads

  private func problems(_ head: OutputHead) -> [RealTraining] {
    OptimizerStepsTests.optimizers.flatMap { choice in
      OptimizerStepsTests.schedules.map { schedule in
        var problem = RealTraining(head: head)
        problem.optimizer = choice.optimizer
        problem.schedule = schedule
        problem.weightL2 = schedule == .cosine ? 0.125 : 0
        return problem
      }
    }
  }

  private func bits(_ network: Network) -> [UInt32] {
    network.tensors().flatMap { $0.values.map(\.bitPattern) }
  }

  @Test(arguments: heads)
  func noExecutionShows(head: OutputHead) throws {
    var seen: Set<[UInt32]> = []
    for problem in problems(head) {
      let expected = try problem.run(HeadTrainingTests.plain, rate: 0.01)
      let networks = try expected.networks().map(bits)
      for execution in NetworkGradientTests.executions {
        let run = try problem.run(execution, rate: 0.01)
        #expect(try run.networks().map(bits) == networks, "\(problem) \(execution)")
        #expect(run.plainReports == expected.plainReports)
      }
      seen.insert(networks.last!)
    }
    // Every choice leads somewhere else, so that none is ignored.
    #expect(seen.count == problems(head).count)
  }

  @Test(arguments: heads, [1, 4, 5, 7, 14])
  func aStopDoesNotShow(head: OutputHead, stop: Int) throws {
    for problem in problems(head) {
      let whole = try problem.run(HeadTrainingTests.plain, rate: 0.01)
      _ = try whole.networks()
      let first = try problem.run(Execution(threadCount: 2), rate: 0.01)
      for _ in 0..<stop { _ = try first.step() }
      let second = try problem.resumed(first.checkpoint(), Execution(threadCount: 3))
      _ = try second.networks()
      #expect(bits(second.last.network) == bits(whole.last.network), "\(problem)")
      #expect(second.checkpoint() == whole.checkpoint(), "\(problem)")
    }
  }
}
