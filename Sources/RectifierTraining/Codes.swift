// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// What hidden layers of a network make of data: the outputs that are not exactly zero.
public struct Codes: Equatable, Sendable {
  /// What one hidden layer makes of them.
  public struct Layer: Equatable, Sendable {
    /// Its number, from 0 at the input.
    public let number: Int
    /// `[rows × units]`, sign mask included.
    public let outputs: SparseMatrix

    package init(number: Int, outputs: SparseMatrix) {
      self.number = number
      self.outputs = outputs
    }
  }

  /// The network's shape.
  public let architecture: Architecture
  /// Rows and checksum of the data.
  public let data: DataFacts
  /// The layers, ascending by number.
  public let layers: [Layer]

  package init(architecture: Architecture, data: DataFacts, layers: [Layer]) {
    self.architecture = architecture
    self.data = data
    self.layers = layers
  }

  /// Encodes all rows of data; targets are not read.
  ///
  /// - Parameters:
  ///   - data: With the model's features.
  ///   - model: The model whose hidden layers encode.
  ///   - layers: The numbers of the hidden layers whose codes are wanted; nil for all.
  ///   - execution: How; no result depends on it.
  /// - Throws: `ModelError` where the features do not fit the model, and for an output that is not
  ///   finite.
  /// - Precondition: The layers are there.
  /// - Complexity: Memory for 8 bytes an output that is not zero.
  public static func encode(
    _ data: Dataset, by model: Model, layers: Set<Int>? = nil, execution: Execution = .default
  ) throws(ModelError) -> Codes {
    try model.checkFeatures(of: data)
    let architecture = model.network.architecture
    let numbers = layers?.sorted() ?? Array(architecture.hiddenWidths.indices)
    for number in numbers where !architecture.hiddenWidths.indices.contains(number) {
      fatalError("codes: hidden layer \(number) of \(architecture.hiddenWidths.count)")
    }
    var builders = numbers.map { _ in SparseMatrix.Builder() }
    var fault: ModelError?
    let forward = ForwardPass(
      architecture: architecture, rowCapacity: min(256, data.rowCount), keepsSlopes: false)
    forward.run(model.network, over: data, execution: execution) { rows in
      fault = fault ?? forward.firstNonFiniteCode(rows: rows, data: data.name)
      if fault != nil { return }
      for (index, number) in numbers.enumerated() {
        for place in rows.indices {
          for (unit, value) in forward.code(ofLayer: number, at: place).enumerated() {
            builders[index].add(column: UInt32(unit), value: value)
          }
          builders[index].endRow()
        }
      }
    }
    if let fault { throw fault }
    return Codes(
      architecture: architecture, data: DataFacts(data),
      layers: zip(numbers, builders).map { number, builder in
        Layer(
          number: number,
          outputs: builder.matrix(columnCount: architecture.hiddenWidths[number]))
      })
  }
}

extension ForwardPass {
  /// What a hidden layer made of a row of the batch at hand.
  package func code(ofLayer layer: Int, at place: Int) -> UnsafeBufferPointer<Float> {
    let width = architecture.hiddenWidths[layer]
    return UnsafeBufferPointer(
      start: outputs[layer].pointer + place * PanelLayout.padded(width), count: width)
  }

  /// The error for the first hidden layer with an output that is not finite; nil where all are.
  package func firstNonFiniteCode(
    rows: UnsafeBufferPointer<Int32>, data: String
  ) -> ModelError? {
    for layer in architecture.hiddenWidths.indices {
      for place in rows.indices {
        if let unit = code(ofLayer: layer, at: place).firstIndex(where: { !$0.isFinite }) {
          return .codeNotFinite(data: data, layer: layer, row: Int(rows[place]), unit: unit)
        }
      }
    }
    return nil
  }
}
