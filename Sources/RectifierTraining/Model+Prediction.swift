// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

extension Model {
  /// The class that outputs speak for: of equal ones the first, as in evaluation.
  package static func predictedClass(_ outputs: [Float]) -> Int {
    outputs.indices.reduce(0) { outputs[$1] > outputs[$0] ? $1 : $0 }
  }

  /// The head's outputs for each row of data: class probabilities, or reals,
  /// `[rows × outputs]`. Targets are not read.
  ///
  /// - Throws: `ModelError` where the features do not fit the model.
  public func outputs(
    for data: Dataset, precision: WeightPrecision = .float32, execution: Execution = .default
  ) throws(ModelError) -> Matrix {
    try checkFeatures(of: data)
    let predictor = Predictor(network, precision: precision, execution: execution)
    let batchSize = min(256, data.rowCount)
    var workspace = predictor.workspace(batchCapacity: batchSize)
    if case .sparse(let matrix) = data.features {
      var result = Matrix(
        rowCount: data.rowCount, columnCount: network.architecture.head.outputCount)
      predictor.predict(matrix, into: &result, using: &workspace)
      return result
    }
    var batch = Matrix(rowCount: batchSize, columnCount: data.featureCount)
    var result = Matrix(
      rowCount: data.rowCount, columnCount: network.architecture.head.outputCount)
    for begin in stride(from: 0, to: data.rowCount, by: batchSize) {
      let rows = (begin..<min(begin + batchSize, data.rowCount)).map { Int32($0) }
      if rows.count != batch.rowCount {
        batch = Matrix(rowCount: rows.count, columnCount: data.featureCount)
      }
      let batchStride = batch.stride
      batch.withUnsafeMutablePointer { pointer in
        rows.withUnsafeBufferPointer { rows in
          data.copyFeatures(
            rows: rows, into: pointer, stride: batchStride,
            instructionSet: execution.instructionSet)
        }
      }
      var outputs = Matrix(rowCount: rows.count, columnCount: result.columnCount)
      predictor.predict(batch, into: &outputs, using: &workspace)
      result.replaceRows(from: begin, with: outputs)
    }
    return result
  }
}
