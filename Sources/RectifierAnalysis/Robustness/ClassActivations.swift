// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// What `Robustness` adds up of codes as they are.
struct ClassActivations {
  /// Of the outputs of each hidden layer, over samples and units.
  let rootMeanSquares: [Double]
  /// One a hidden layer.
  let participation: [ClassParticipation]

  static func measure(
    _ model: Model, on data: Dataset, classes: [Int32], execution: Execution
  ) throws(ModelError) -> ClassActivations {
    let pass = try CodePass(model, on: data, execution: execution)
    let widths = model.network.architecture.hiddenWidths
    var magnitudes = widths.map { width in
      [[Double]](repeating: [Double](repeating: 0, count: width), count: model.labels.count)
    }
    var squares = [Double](repeating: 0, count: widths.count)
    try pass.run { rows in
      for layer in widths.indices {
        for (place, row) in rows.enumerated() {
          let code = pass.forward.code(ofLayer: layer, at: place)
          magnitudes[layer][Int(classes[Int(row)])].withUnsafeMutableBufferPointer { sums in
            for unit in code.indices {
              sums[unit] += Double(abs(code[unit]))
              squares[layer] += Double(code[unit]) * Double(code[unit])
            }
          }
        }
      }
    }
    return ClassActivations(
      rootMeanSquares: zip(squares, widths).map { square, width in
        (square / Double(data.rowCount * width)).squareRoot()
      },
      participation: zip(magnitudes, widths).map { sums, width in
        // The number of samples of a class cancels.
        ClassParticipation(
          byClass: sums.map { EffectiveCount.ofSquares($0).map { $0 / Double(width) } })
      })
  }
}
