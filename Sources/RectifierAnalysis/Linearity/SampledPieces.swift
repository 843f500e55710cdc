// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// The linear pieces of some rows, each looked at and let go.
struct SampledPieces {
  struct Sample {
    var inputNorm = 0.0
    var kinkDistance: Double?
    /// The largest |A x + c − y|, divided by the largest |y|.
    var mapDifference = 0.0
  }

  private(set) var samples: [Sample]

  init(
    _ network: Network, _ layers: PiecewiseLinearLayers, of data: Dataset, execution: Execution
  ) {
    let rowCount = data.rowCount
    let forward = ForwardPass(
      architecture: network.architecture, rowCapacity: rowCount, keepsSlopes: false)
    samples = Array(repeating: Sample(), count: rowCount)
    samples.withUnsafeMutableBufferPointer { samples in
      forward.run(network, over: data, execution: execution) { _ in
        _ = forward.inputRows(ofLayer: 0, isNeeded: true, rowCount: rowCount, execution: execution)
        execution.forEachRange(of: rowCount) { _, rows in
          for row in rows { samples[row] = Self.sample(forward, layers, row: row) }
        }
      }
    }
  }

  private static func sample(
    _ forward: ForwardPass, _ layers: PiecewiseLinearLayers, row: Int
  ) -> Sample {
    let architecture = forward.architecture
    let stride = forward.inputStride(ofLayer: 0)
    let input = (0..<architecture.inputCount).map {
      Double(forward.input.availableRows![row * stride + $0])
    }
    let outputs = forward.outputs.last!.pointer + row * architecture.layers.last!.biasCount
    let piece = layers.piece(at: input, path: layers.activePath(forward, row: row))
    let mapped = piece.map.outputs(for: input)
    let difference = mapped.indices.map { abs(mapped[$0] - Double(outputs[$0])) }.max()!
    let largest = mapped.indices.map { Double(abs(outputs[$0])) }.max()!
    return Sample(
      inputNorm: input.reduce(0) { $0 + $1 * $1 }.squareRoot(),
      kinkDistance: piece.nearestKink?.distance,
      mapDifference: difference == 0 ? 0 : difference / largest)
  }

  /// The mean of what samples have; nil where none has it.
  func mean(_ value: (Sample) -> Double?) -> Estimate? {
    SampleMoments(samples.compactMap(value))?.estimate
  }

  var largestMapDifference: Double { samples.map(\.mapDifference).max() ?? 0 }
}
