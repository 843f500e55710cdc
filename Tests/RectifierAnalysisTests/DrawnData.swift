// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport

/// Rows that tests draw, with targets for a head.
enum DrawnData {
  static func dataset(
    rowCount: Int, featureCount: Int, head: OutputHead, seed: UInt64 = 1,
    zeroFraction: Float = 0.4
  ) throws -> Dataset {
    var stream = Seed(seed).stream("data")
    let rows = stream.rows(rowCount, featureCount, zeroFraction: zeroFraction)
    let targets: Dataset.Targets
    switch head {
    case .softmax(let count):
      targets = .classes((0..<rowCount).map { _ in Int32(stream.integer(below: count)) })
    case .logistic(let count): targets = .reals(stream.fractions(rowCount, count))
    case .identity(let count), .softplus(let count), .rectifier(let count):
      targets = .reals(stream.rows(rowCount, count))
    }
    let labels = (0..<(head.classCount ?? 0)).map { "class \($0)" }
    return try Dataset(name: "drawn", features: .floats(rows), targets: targets, labels: labels)
  }
}

extension Dataset {
  /// The features as the network sees them, in `Double`.
  var doubleRows: [[Double]] {
    guard case .floats(let matrix) = features else { fatalError("double rows: not of floats") }
    return matrix.doubleRows
  }

  /// The same rows as sparse ones.
  var sparse: Dataset {
    get throws {
      guard case .floats(let matrix) = features else { fatalError("sparse: not of floats") }
      return try Dataset(
        name: name, features: .sparse(SparseMatrix(matrix)), targets: targets, labels: labels)
    }
  }
}
