// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// Runs a network over a whole data set and adds up what comes out.
final class BatchEvaluator {
  /// Rows a batch: results do not depend on it.
  private static let batchSize = 256
  private let forward: ForwardPass
  private let head: HeadPass
  private let architecture: Architecture
  /// In the last evaluation, the first layer with an output that is not finite; nil where the loss
  /// was finite throughout.
  private(set) var firstNonFiniteLayer: Int?

  init(architecture: Architecture) {
    self.architecture = architecture
    forward = ForwardPass(
      architecture: architecture, rowCapacity: Self.batchSize, keepsSlopes: false)
    head = HeadPass(head: architecture.head, rowCapacity: Self.batchSize)
  }

  /// Error, loss and zeros of a network on data that fit it.
  func evaluate(_ network: Network, on data: Dataset, execution: Execution) -> Evaluation {
    let classCount = data.labels.count
    var confusion = [[Int]](
      repeating: [Int](repeating: 0, count: classCount), count: classCount)
    var lossSum = 0.0
    var zeroCounts = architecture.hiddenWidths.map { _ in 0 }
    firstNonFiniteLayer = nil
    let active = architecture.hiddenWidths.map { AlignedBuffer<UInt8>(count: $0) }
    forEachBatch(of: data, network: network, execution: execution) { rowCount in
      head.addLosses(to: &lossSum, rowCount: rowCount)
      if firstNonFiniteLayer == nil, !lossSum.isFinite {
        firstNonFiniteLayer = forward.firstNonFiniteLayer(rowCount: rowCount)
      }
      head.forEachPrediction(rowCount: rowCount) { confusion[$0][$1] += 1 }
      for layer in zeroCounts.indices {
        zeroCounts[layer] += forward.zeroCount(ofHiddenLayer: layer, rowCount: rowCount)
        forward.lists[layer].markActive(rowCount: rowCount, in: active[layer])
      }
    }
    return Evaluation(
      sampleCount: data.rowCount, loss: lossSum / Double(data.rowCount),
      zeroFraction: zip(zeroCounts, architecture.hiddenWidths).map {
        Double($0) / (Double(data.rowCount) * Double($1))
      },
      deadUnitCount: active.map { flags in (0..<flags.count).count { flags.pointer[$0] == 0 } },
      confusion: confusion)
  }

  private func forEachBatch(
    of data: Dataset, network: Network, execution: Execution, _ body: (Int) -> Void
  ) {
    let rows = (0..<Int32(data.rowCount)).map { $0 }
    rows.withUnsafeBufferPointer { rows in
      for begin in stride(from: 0, to: rows.count, by: Self.batchSize) {
        let batch = UnsafeBufferPointer(
          rebasing: rows[begin..<min(begin + Self.batchSize, rows.count)])
        data.copyFeatures(
          rows: batch, into: forward.input.pointer, stride: forward.inputStride(ofLayer: 0),
          instructionSet: execution.instructionSet)
        forward.run(network, rowCount: batch.count, execution: execution)
        head.gather(data.targets, rows: batch)
        head.run(
          forward.outputs.last!, delta: nil, rowCount: batch.count,
          instructionSet: execution.instructionSet)
        body(batch.count)
      }
    }
  }
}
