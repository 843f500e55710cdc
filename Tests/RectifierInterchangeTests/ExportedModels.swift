// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining

@testable import RectifierInterchange

/// Random models of every activation, head, preprocessing and task.
enum ExportedModels {
  /// One activation of each kind, softplus with two values of its sharpness.
  static let activations = Activation.all + [.softplus(sharpness: 2.5), .softplus(sharpness: 0.75)]

  /// Every activation with every head: 50.
  static func all() throws -> [Model] {
    var models: [Model] = []
    for activation in activations {
      for head in 0..<5 { models.append(try model(models.count, activation, head: head)) }
    }
    return models
  }

  /// A model with so many hidden layers, of that activation and another one, as its number says.
  static func model(_ number: Int, _ activation: Activation, head index: Int) throws -> Model {
    let head = OutputHead.all(outputCount: [2, 3, 1, 4, 5][index])[index]
    let depth = number % 4
    let inputCount = 3 + number % 7
    let activations = (0..<depth).map { layer in
      layer == 0 ? activation : self.activations[(number + layer) % self.activations.count]
    }
    let architecture = try Architecture(
      inputCount: inputCount, hiddenWidths: (0..<depth).map { 1 + (number * 5 + $0 * 11) % 40 },
      activations: activations, hasSignMask: number % 3 == 1, head: head)
    let labels = head.labelCounts.max()!
    return Model(
      network: Network.drawn(architecture, seed: UInt64(number + 1)),
      preprocessing: try preprocessing(number, inputCount: inputCount), imageShape: nil,
      labels: number / 5 % 2 == 1 && head.classCount == nil
        ? [] : (0..<labels).map { "label \($0)" },
      facts: facts(architecture, task: task(number, head: head)))
  }

  private static func task(_ number: Int, head: OutputHead) -> LearningTask? {
    switch head {
    case .softmax(let count) where number % 2 == 0:
      .ordinal(levels: (0..<count).map { Double($0) * 1.5 })
    case .identity: .regression(mean: 3.25, deviation: 0.3)
    default: nil
    }
  }

  private static func preprocessing(_ number: Int, inputCount: Int) throws -> Preprocessing {
    // Each head meets each kind.
    let kind = (number + number / 5) % 5
    switch kind {
    case 0: return Preprocessing(divisor: 255)
    case 1, 2:
      let hasGap = kind == 2
      let columns = (0..<(hasGap ? inputCount - 1 : inputCount)).map { column in
        SchemaColumn(
          name: "column \(column)",
          encoding: .number(
            NumberEncoding(
              mean: Float(column) - 1.3, deviation: 0.7 + Float(column),
              isStandardized: column != 1, hasMissingIndicator: hasGap && column == 0)))
      }
      return Preprocessing(
        divisor: 1, encoding: .columns(try Schema(columns: columns, target: nil)))
    default: return Preprocessing(divisor: 1)
    }
  }

  private static func facts(_ architecture: Architecture, task: LearningTask?) -> TrainingFacts {
    let count = architecture.hiddenWidths.count
    return TrainingFacts(
      options: TrainingOptions(
        activationL1: Array(repeating: 0.25, count: count), task: task),
      training: DataFacts(rowCount: 23, checksum: "crc32:00c0ffee"),
      validation: DataFacts(rowCount: 11, checksum: "crc32:ffffffff"), epoch: 0,
      validationErrorRate: nil, validationLoss: nil, zeroFraction: [], deadUnitCount: [])
  }

  /// Rows as an exported graph takes them: bytes, numbers in units of their own, or features.
  static func rows(for model: Model, number: Int) -> Matrix {
    var stream = Seed(UInt64(number)).stream("rows")
    let rows = stream.rows(7, model.network.architecture.inputCount, zeroFraction: 0.2)
    guard model.preprocessing.divisor != 1 else { return rows }
    return mapping(rows) { _, value in (abs(value) * 100).rounded() }
  }

  /// What becomes of them on the way into the network.
  static func features(_ rows: Matrix, for model: Model) -> Matrix {
    switch ONNXPreprocessing(model.preprocessing) {
    case .none: rows
    case .divided(let divisor): mapping(rows) { _, value in value / divisor }
    case .standardized(let means, let deviations):
      mapping(rows) { column, value in (value - means[column]) / deviations[column] }
    }
  }

  private static func mapping(_ rows: Matrix, _ change: (Int, Float) -> Float) -> Matrix {
    Matrix(
      rows: (0..<rows.rowCount).map { row in
        (0..<rows.columnCount).map { change($0, rows[row, $0]) }
      })
  }

  /// All values, row by row.
  static func values(_ matrix: Matrix) -> [Float] {
    (0..<matrix.rowCount).flatMap { row in (0..<matrix.columnCount).map { matrix[row, $0] } }
  }
}
