// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

extension Network {
  /// What the first hidden layer makes of data, sign mask included, `[rows × units]`.
  ///
  /// - Precondition: There is a hidden layer, and the features are the network's inputs.
  public func codes(of data: Dataset, execution: Execution = .default) -> Matrix {
    checkFeatures(of: data)
    let encoder = alone(
      0, head: .identity(outputCount: 1),
      output: [Float](repeating: 0, count: architecture.hiddenWidths[0]))
    return encoder.outputs(ofLayer: 0, for: data, execution: execution)
  }

  /// The pre-activations of the first hidden layer, `[rows × units]`.
  ///
  /// - Precondition: As of codes(of:).
  public func preActivations(of data: Dataset, execution: Execution = .default) -> Matrix {
    checkFeatures(of: data)
    let linear: Architecture
    do throws(ArchitectureError) {
      linear = try Architecture(
        inputCount: architecture.inputCount, hiddenWidths: [],
        head: .identity(outputCount: architecture.hiddenWidths[0]))
    } catch {
      fatalError("pre-activations: \(error)")
    }
    var parameters = Parameters(zerosFor: linear)
    parameters.set(
      layer: 0, weights: self.parameters.weights(ofLayer: 0),
      biases: self.parameters.biases(ofLayer: 0))
    return Network(architecture: linear, parameters: parameters, signMasks: [])
      .outputs(ofLayer: 0, for: data, execution: execution)
  }

  /// What a weight layer puts out for each row of data.
  private func outputs(ofLayer layer: Int, for data: Dataset, execution: Execution) -> Matrix {
    let forward = ForwardPass(
      architecture: architecture, rowCapacity: min(256, data.rowCount), keepsSlopes: false)
    var result = Matrix(
      rowCount: data.rowCount, columnCount: architecture.layers[layer].outputCount)
    let stride = result.stride
    forward.run(self, over: data, execution: execution) { rows in
      result.withUnsafeMutablePointer { all in
        (all + Int(rows[0]) * stride).update(
          from: forward.outputs[layer].pointer, count: rows.count * stride)
      }
    }
    return result
  }

  private func checkFeatures(of data: Dataset) {
    guard data.featureCount == architecture.inputCount, !architecture.hiddenWidths.isEmpty else {
      fatalError(
        "codes: \(data.featureCount) features for a network of \(architecture.widths)")
    }
  }
}

extension Dataset {
  /// The features as the network takes them, `[rows × features]`; numbers share their storage.
  package func scaledFeatures(execution: Execution) -> Matrix {
    if case .floats(let matrix) = features { return matrix }
    var result = Matrix(rowCount: rowCount, columnCount: featureCount)
    let stride = result.stride
    result.withUnsafeMutablePointer { all in
      execution.forEachRange(of: rowCount) { _, range in
        let rows = range.map { Int32($0) }
        rows.withUnsafeBufferPointer { rows in
          copyFeatures(
            rows: rows, into: all + range.lowerBound * stride, stride: stride,
            instructionSet: execution.instructionSet)
        }
      }
    }
    return result
  }
}
