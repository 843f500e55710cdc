// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// How many inputs of each weight layer are not zero.
package struct LayerActivity: Equatable, Sendable {
  /// Of the layer's inputs in a sample, 0…1: the mean over the samples. The first is the data's.
  package let activeFraction: [Double]
  /// Inputs that some sample of a batch has, 0…1: the mean over the batches. Their weight rows are
  /// what a batch reads.
  package let touchedFraction: [Double]

  package init(activeFraction: [Double], touchedFraction: [Double]) {
    self.activeFraction = activeFraction
    self.touchedFraction = touchedFraction
  }

  /// Counts over whole batches of data.
  ///
  /// - Precondition: The data fit the network and have a batch of rows.
  package static func measure(
    _ network: Network, on data: Dataset, batchSize: Int, execution: Execution
  ) -> LayerActivity {
    let widths = network.architecture.widths.dropLast()
    let pass = ForwardPass(
      architecture: network.architecture, rowCapacity: batchSize, keepsSlopes: false)
    var active = widths.map { _ in 0 }
    var touched = active
    let batchCount = data.rowCount / batchSize
    let batches = data.subset(0..<batchCount * batchSize)
    pass.run(network, over: batches, execution: execution) { _ in
      for (layer, width) in widths.enumerated() {
        var counts = [Int](repeating: 0, count: width)
        active[layer] += pass.inputLists(ofLayer: layer).activeCount(rowCount: batchSize)
        pass.inputLists(ofLayer: layer).tally(rowCount: batchSize, into: &counts)
        touched[layer] += counts.count { $0 > 0 }
      }
    }
    let total = widths.map { Double($0 * batchCount) }
    return LayerActivity(
      activeFraction: zip(active, total).map { Double($0) / ($1 * Double(batchSize)) },
      touchedFraction: zip(touched, total).map { Double($0) / $1 })
  }

  /// Exact zeros a hidden layer, 0…1.
  package var zeroFraction: [Double] { activeFraction.dropFirst().map { 1 - $0 } }
}
