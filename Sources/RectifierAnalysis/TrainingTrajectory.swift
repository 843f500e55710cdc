// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierTraining

/// What was measured of a network before, during and after its training.
public struct TrainingTrajectory<Value: Sendable>: Sendable {
  /// A measurement after an epoch.
  public struct Point: Sendable {
    /// Completed epochs; 0 for the network as it was drawn.
    public let epoch: Int
    /// What was measured.
    public let value: Value
  }

  /// In the order of epochs.
  public let points: [Point]
  /// Where the run diverged; nil for one that came to its end.
  public let divergence: TrainingError?
}

extension TrainingTrajectory: Equatable where Value: Equatable {
  /// Equal points and ends.
  public static func == (a: TrainingTrajectory, b: TrainingTrajectory) -> Bool {
    a.points == b.points && a.divergence == b.divergence
  }
}

extension TrainingTrajectory.Point: Equatable where Value: Equatable {}

extension TrainingRun {
  /// Trains to the end, and measures the network where the run stands, and after epochs on the way.
  ///
  ///     let flow = try run.trajectory(afterEpochs: [0, 1, 5]) { GradientFlow.measure($0, on: batch) }
  ///
  /// - Parameters:
  ///   - epochs: After which to measure, 0 for the beginning; nil for all.
  ///   - measure: Called with the network as the last step left it.
  /// - Throws: As step(), but for a run that diverges: its trajectory ends with the last epoch before
  ///   that, and says so.
  public func trajectory<Value: Sendable>(
    afterEpochs epochs: Set<Int>? = nil, _ measure: (Network) -> Value
  ) throws(TrainingError) -> TrainingTrajectory<Value> {
    var points: [TrainingTrajectory<Value>.Point] = []
    func measureIfWanted() {
      let epoch = reports.count
      guard epochs?.contains(epoch) ?? true else { return }
      points.append(.init(epoch: epoch, value: measure(last.network)))
    }
    measureIfWanted()
    do throws(TrainingError) {
      while try epoch() != nil { measureIfWanted() }
    } catch {
      guard case .diverged = error else { throw error }
      return TrainingTrajectory(points: points, divergence: error)
    }
    return TrainingTrajectory(points: points, divergence: nil)
  }
}
