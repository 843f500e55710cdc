// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// How often each hidden unit of a network fires: gives another output than exactly zero.
public struct UnitActivity: Equatable, Sendable {
  /// Samples that were shown.
  public private(set) var sampleCount = 0
  /// For each hidden layer the number of samples that activate each unit.
  public private(set) var activeCounts: [[Int]]

  /// No sample yet.
  package init(hiddenWidths: [Int]) {
    activeCounts = hiddenWidths.map { [Int](repeating: 0, count: $0) }
  }

  /// Counts over all rows of data; targets are not read.
  ///
  /// - Throws: `ModelError` where the features do not fit the model.
  public static func measure(
    _ model: Model, on data: Dataset, execution: Execution = .default
  ) throws(ModelError) -> UnitActivity {
    try model.checkFeatures(of: data)
    let architecture = model.network.architecture
    let forward = ForwardPass(
      architecture: architecture, rowCapacity: min(256, data.rowCount), keepsSlopes: false)
    var activity = UnitActivity(hiddenWidths: architecture.hiddenWidths)
    forward.run(model.network, over: data, execution: execution) {
      activity.add(forward, rowCount: $0.count)
    }
    return activity
  }

  /// Counts the first `rowCount` rows of a pass.
  package mutating func add(_ forward: ForwardPass, rowCount: Int) {
    sampleCount += rowCount
    for layer in activeCounts.indices {
      forward.lists[layer].tally(rowCount: rowCount, into: &activeCounts[layer])
    }
  }

  /// Exact zeros a hidden layer, 0…1; NaN before the first sample.
  public var zeroFraction: [Double] {
    activeCounts.map { counts in
      let outputCount = sampleCount * counts.count
      return Double(outputCount - counts.reduce(0, +)) / Double(outputCount)
    }
  }

  /// For each hidden layer the units that no sample activates, in ascending order.
  public var silentUnits: [[Int]] {
    activeCounts.map { counts in counts.indices.filter { counts[$0] == 0 } }
  }

  /// For each hidden layer all units, those that fire most first; equal ones stay in order.
  public var unitsByFiringRate: [[Int]] { Self.unitsByFiringRate(activeCounts) }

  static func unitsByFiringRate(_ activeCounts: [[Int]]) -> [[Int]] {
    activeCounts.map { counts in
      counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
    }
  }
}
