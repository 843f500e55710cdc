// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierData
import RectifierNetworks
import RectifierTraining
import Testing

@Suite struct TrainingTrajectoryTests {
  private let data: Dataset

  init() throws {
    data = try DrawnData.dataset(rowCount: 20, featureCount: 6, head: .softmax(classCount: 3))
  }

  @Test func everyEpochIsMeasured() throws {
    let trajectory = try SmallRun.run(data).trajectory { $0 }
    #expect(trajectory.points.map(\.epoch) == [0, 1, 2, 3] && trajectory.divergence == nil)
    let run = try SmallRun.run(data)
    for point in trajectory.points {
      #expect(point.value == run.last.network)
      _ = try run.epoch()
    }
  }

  @Test func onlyTheEpochsAskedFor() throws {
    let trajectory = try SmallRun.run(data).trajectory(afterEpochs: [0, 2, 9]) {
      Bounds.measure($0, on: data)
    }
    #expect(trajectory.points.map(\.epoch) == [0, 2])
    #expect(trajectory.points[0].value != trajectory.points[1].value)
  }

  @Test func aRunThatHasBegunIsMeasuredWhereItStands() throws {
    let run = try SmallRun.run(data)
    _ = try run.epoch()
    #expect(try run.trajectory { _ in 0 }.points.map(\.epoch) == [1, 2, 3])
    #expect(try run.trajectory { _ in 0 }.points.map(\.epoch) == [3])
  }

  @Test func aRunThatDivergesSaysSo() throws {
    let trajectory = try SmallRun.run(data, activation: .identity, rate: 1e30).trajectory { _ in 0 }
    #expect(trajectory.points.map(\.epoch) == [0])
    guard case .diverged(let epoch, _, _)? = trajectory.divergence else {
      Issue.record("\(String(describing: trajectory.divergence))")
      return
    }
    #expect(epoch == 1)
  }
}
