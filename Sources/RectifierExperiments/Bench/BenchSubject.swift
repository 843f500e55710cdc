// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// A network and the rows that it is timed on.
package struct BenchSubject: Sendable {
  /// The zeros that were asked for, 0…1; nil where the network has its own.
  package let zeroFraction: Double?
  package let network: Network
  package let data: Dataset
  /// Of its training steps, but for the learning rate and the batch size.
  package let options: TrainingOptions

  /// A network as it was drawn, but with biases that give it the wanted zeros on its rows.
  package static func synthetic(
    _ recipe: BenchRecipe, zeroFraction: Double, execution: Execution
  ) throws -> BenchSubject {
    let architecture = try Architecture(
      inputCount: recipe.inputCount, hiddenWidths: recipe.hiddenWidths,
      head: .softmax(classCount: recipe.classCount))
    let rowCount = recipe.rowCount
    let rows = inputs(recipe, rowCount: rowCount)
    var network = Network(architecture, seed: recipe.seed)
    network.setZeroFraction(zeroFraction, on: rows, execution: execution)
    let data = try Dataset(
      name: "synthetic", features: .floats(rows),
      targets: .classes((0..<rowCount).map { Int32($0 % recipe.classCount) }),
      labels: (0..<recipe.classCount).map(String.init))
    return BenchSubject(
      zeroFraction: zeroFraction, network: network, data: data,
      options: TrainingOptions(activationL1: recipe.hiddenWidths.map { _ in 0 }))
  }

  /// A model with its own zeros on its own data: rows drawn from them, repeated where they are fewer
  /// than the largest batch.
  ///
  /// - Throws: `ModelError` where the data do not fit the model.
  package static func model(
    _ model: Model, data: Dataset, recipe: BenchRecipe
  ) throws -> BenchSubject {
    let data = try model.fitted(data)
    var order = (0..<Int32(data.rowCount)).map { $0 }
    var stream = recipe.seed.stream("bench rows")
    stream.shuffle(&order)
    let rowCount = max(min(order.count, recipe.rowCount), recipe.largestBatch)
    return BenchSubject(
      zeroFraction: nil, network: model.network,
      data: data.subset(rows: (0..<rowCount).map { order[$0 % order.count] }),
      options: model.facts.options)
  }

  /// Numbers in (0, 1], and exact zeros in their place as often as was asked for.
  private static func inputs(_ recipe: BenchRecipe, rowCount: Int) -> Matrix {
    var stream = recipe.seed.stream("bench inputs")
    var rows = Matrix(rowCount: rowCount, columnCount: recipe.inputCount)
    let stride = rows.stride
    rows.withUnsafeMutablePointer { values in
      for row in 0..<rowCount {
        for column in 0..<recipe.inputCount {
          let value = 1 - stream.uniform()
          let isZero = Double(stream.uniform()) < recipe.inputZeroFraction
          values[row * stride + column] = isZero ? 0 : value
        }
      }
    }
    return rows
  }

  /// Whole batches of the rows.
  func batches(of batchSize: Int) -> Dataset {
    data.subset(0..<data.rowCount / batchSize * batchSize)
  }

  /// The options of timed steps.
  func options(batchSize: Int) -> TrainingOptions {
    var options = options
    options.learningRate = BenchRecipe.learningRate
    options.schedule = .constant
    options.batchSize = batchSize
    return options
  }
}
