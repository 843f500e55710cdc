// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierTestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Derivatives of one row's loss, by central differences in `Double` alone.
struct DifferenceOracle {
  let network: DoubleNetwork
  let data: Dataset
  private let step = 1e-5

  init(_ network: Network, on data: Dataset) {
    self.network = DoubleNetwork(network)
    self.data = data
  }

  /// ‖∂loss/∂a‖₂ of a layer: a bias is added to its pre-activation, and to nothing else.
  func deltaNorm(row: Int, layer: Int) -> Double {
    norm(count: network.layers[layer].biases.count, row: row) { $0.layers[layer].biases[$1] += $2 }
  }

  /// ‖∂loss/∂W‖ of a layer.
  func weightNorm(row: Int, layer: Int) -> Double {
    norm(count: network.layers[layer].weights.count, row: row) {
      $0.layers[layer].weights[$1] += $2
    }
  }

  /// ‖∂J/∂W‖ of a layer, J the mean loss of all rows.
  func meanWeightNorm(layer: Int) -> Double {
    let count = network.layers[layer].weights.count
    let squares = (0..<count).map { place in
      let terms = (0..<data.rowCount).map { row in
        derivative(row: row) { $0.layers[layer].weights[place] += $1 }
      }
      let mean = terms.reduce(0, +) / Double(terms.count)
      return mean * mean
    }
    return squares.reduce(0, +).squareRoot()
  }

  private func norm(
    count: Int, row: Int, _ shift: (inout DoubleNetwork, Int, Double) -> Void
  ) -> Double {
    (0..<count).reduce(0) { sum, place in
      let slope = derivative(row: row) { shift(&$0, place, $1) }
      return sum + slope * slope
    }.squareRoot()
  }

  private func derivative(row: Int, _ shift: (inout DoubleNetwork, Double) -> Void) -> Double {
    let losses = [step, -step].map { step in
      var shifted = network
      shift(&shifted, step)
      return loss(shifted, row: row)
    }
    return (losses[0] - losses[1]) / (2 * step)
  }

  private func loss(_ network: DoubleNetwork, row: Int) -> Double {
    let trace = network.trace(data.doubleRows[row])
    switch data.targets {
    case .classes(let classes): return -log(trace.inputs.last![Int(classes[row])])
    case .reals(let reals):
      return zip(trace.inputs.last!, reals.doubleRows[row]).reduce(0) { sum, pair in
        sum + (pair.0 - pair.1) * (pair.0 - pair.1)
      }
    default: fatalError("oracle: targets of another kind")
    }
  }
}
