// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics

/// Brings each feature to the mean 0 and the deviation 1 that it has over the rows it was made from;
/// sparse ones, whose zeros are to stay, to the mean square 1.
struct FeatureScale {
  private let shifts: [Double]
  /// 1/deviation; 0 for a feature that is always the same, which is then 0.
  private let factors: [Double]

  init(_ data: Dataset, execution: Execution) {
    let count = Double(data.rowCount)
    func factor(_ square: Double) -> Double { square > 0 ? (count / square).squareRoot() : 0 }
    if case .sparse(let matrix) = data.features {
      var squares = [Double](repeating: 0, count: data.featureCount)
      for row in 0..<matrix.rowCount {
        matrix.withRow(row) { columns, values in
          for entry in columns.indices {
            squares[Int(columns[entry])] += Double(values[entry]) * Double(values[entry])
          }
        }
      }
      (shifts, factors) = ([], squares.map(factor))
    } else {
      let moments = FeatureMoments(data, execution: execution)
      (shifts, factors) = (moments.means, moments.squares.map(factor))
    }
  }

  /// The data with their features scaled.
  ///
  /// - Precondition: Features are numbers, sparse ones where those of the data were from which the scale
  ///   was made.
  func applied(to data: Dataset) throws(DatasetError) -> Dataset {
    let features: Dataset.Features
    switch data.features {
    case .sparse(let matrix): features = .sparse(applied(to: matrix))
    case .floats(let matrix): features = .floats(applied(to: matrix))
    case .bytes: fatalError("feature scale: bytes")
    }
    return try Dataset(
      name: data.name, features: features, targets: data.targets, labels: data.labels)
  }

  private func applied(to matrix: SparseMatrix) -> SparseMatrix {
    var builder = SparseMatrix.Builder()
    for row in 0..<matrix.rowCount {
      matrix.withRow(row) { columns, values in
        for (column, value) in zip(columns, values) {
          builder.add(column: column, value: Float(Double(value) * factors[Int(column)]))
        }
      }
      builder.endRow()
    }
    return builder.matrix(columnCount: matrix.columnCount)
  }

  private func applied(to matrix: Matrix) -> Matrix {
    var result = matrix
    let (rowCount, stride) = (matrix.rowCount, matrix.stride)
    result.withUnsafeMutablePointer { values in
      for row in 0..<rowCount {
        for column in shifts.indices {
          let place = row * stride + column
          values[place] = Float((Double(values[place]) - shifts[column]) * factors[column])
        }
      }
    }
    return result
  }
}
