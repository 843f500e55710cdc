// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// Norms and open units of each sample and layer, read off the passes over some rows.
struct GradientFlowSums {
  private let network: Network
  private let data: Dataset
  private let trace: GradientTrace
  private let execution: Execution

  init(_ network: Network, on data: Dataset, execution: Execution) {
    self.network = network
    self.data = data
    self.execution = execution
    trace = GradientTrace(network, on: data, execution: execution)
  }

  private var architecture: Architecture { network.architecture }

  var flow: GradientFlow {
    let open = architecture.hiddenWidths.indices.map { layer in
      slopeFractions(ofHiddenLayer: layer) { $0 > GradientFlow.leastOpenSlope }
    }
    let layers = architecture.layers.indices.map { layer in
      let norms = deltaNorms(ofLayer: layer)
      let isHidden = layer < open.count
      return GradientFlow.Layer(
        name: architecture.layerName(layer), preActivationGradientNorm: Self.mean(norms),
        weightGradientNorm: Self.mean(zip(norms, inputNorms(ofLayer: layer)).map(*)),
        meanWeightGradientNorm: trace.gradient.weights(ofLayer: layer).euclideanNorm,
        openFraction: isHidden ? Self.mean(open[layer]) : nil,
        nonZeroSlopeFraction: isHidden
          ? Self.mean(slopeFractions(ofHiddenLayer: layer) { $0 != 0 }) : nil)
    }
    let paths = (0..<trace.rowCount).map { row in open.reduce(1) { $0 * $1[row] } }
    return GradientFlow(
      sampleCount: trace.rowCount, layers: layers,
      openPathFraction: open.isEmpty ? nil : Self.mean(paths))
  }

  /// Of all rows: there is at least one.
  private static func mean(_ values: [Double]) -> Estimate { SampleMoments(values)!.estimate }

  /// ‖δ‖₂ of each row.
  private func deltaNorms(ofLayer layer: Int) -> [Double] {
    let layout = architecture.layers[layer]
    return (0..<trace.rowCount).map { row in
      UnsafeBufferPointer(
        start: trace.deltas[layer].pointer + row * layout.biasCount, count: layout.outputCount
      ).euclideanNorm
    }
  }

  /// ‖x‖₂ of each row that a weight layer takes in.
  private func inputNorms(ofLayer layer: Int) -> [Double] {
    if layer == 0, case .sparse(let matrix) = data.features {
      return (0..<trace.rowCount).map { matrix.withRow($0) { _, values in values.euclideanNorm } }
    }
    let rows = trace.forward.inputRows(
      ofLayer: layer, isNeeded: true, rowCount: trace.rowCount, execution: execution)!
    let stride = trace.forward.inputStride(ofLayer: layer)
    return (0..<trace.rowCount).map { row in
      UnsafeBufferPointer(start: rows + row * stride, count: architecture.widths[layer])
        .euclideanNorm
    }
  }

  /// The fraction of a hidden layer's units whose |f′| is as wanted, for each row.
  private func slopeFractions(
    ofHiddenLayer layer: Int, _ isWanted: (Float) -> Bool
  ) -> [Double] {
    let width = architecture.hiddenWidths[layer]
    let stride = PanelLayout.padded(width)
    // A rectifier's slope is 1 wherever its output is not 0.
    let values = trace.forward.slopes[layer] ?? trace.forward.outputs[layer]
    let isOutput = trace.forward.slopes[layer] == nil
    return (0..<trace.rowCount).map { row in
      let count = (0..<width).count { unit in
        let value = values.pointer[row * stride + unit]
        return isWanted(isOutput ? (value == 0 ? 0 : 1) : abs(value))
      }
      return Double(count) / Double(width)
    }
  }
}
