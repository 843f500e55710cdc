// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// What a compaction changes on data.
public struct CompactionCheck: Equatable, Sendable {
  /// Samples compared.
  public let sampleCount: Int
  /// Samples on which a removed unit of the original fires; on all others a model that was not
  /// reordered gives the original's outputs to the last bit.
  public let wokenSampleCount: Int
  /// Samples with an output of other bits.
  public let changedOutputCount: Int
  /// Samples of which another class is predicted; nil for a model without classes.
  public let changedLabelCount: Int?
  /// The largest |difference| of an output: a probability, or a real; NaN where it is none.
  public let largestDifference: Float
}

extension Compaction {
  /// Runs both models over data and compares what they say, row for row. Targets are not read.
  ///
  /// - Throws: `ModelError` where the features do not fit the model.
  /// - Complexity: Three passes over the data; the outputs of both models are held.
  public func check(
    on data: Dataset, execution: Execution = .default
  ) throws(ModelError) -> CompactionCheck {
    let difference = OutputDifference(
      from: try original.outputs(for: data, execution: execution),
      to: try model.outputs(for: data, execution: execution),
      hasClasses: model.network.architecture.head.classCount != nil)
    return CompactionCheck(
      sampleCount: data.rowCount,
      wokenSampleCount: wokenSampleCount(of: data, execution: execution),
      changedOutputCount: difference.changedOutputCount,
      changedLabelCount: difference.changedLabelCount,
      largestDifference: difference.largestDifference)
  }

  /// Samples on which a removed unit of the original fires.
  private func wokenSampleCount(of data: Dataset, execution: Execution) -> Int {
    let forward = ForwardPass(
      architecture: original.network.architecture, rowCapacity: min(256, data.rowCount),
      keepsSlopes: false)
    var count = 0
    forward.run(original.network, over: data, execution: execution) { rows in
      count += rows.indices.count { row in
        removedUnits.indices.contains { layer in
          let first = row * forward.inputStride(ofLayer: layer + 1)
          return removedUnits[layer].contains { forward.outputs[layer].pointer[first + $0] != 0 }
        }
      }
    }
    return count
  }
}
