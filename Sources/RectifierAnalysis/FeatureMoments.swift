// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics

/// Means and squared deviations of features over the rows of data, in Double, row after row.
struct FeatureMoments {
  /// One a feature.
  let means: [Double]
  /// Σ (x − x̄)², one a feature.
  let squares: [Double]
  private let rowCount: Int

  /// - Complexity: Two passes over the features.
  init(_ data: Dataset, execution: Execution) {
    let count = Double(data.rowCount)
    var sums = [Double](repeating: 0, count: data.featureCount)
    data.forEachRow(execution: execution) { _, row in
      for i in row.indices { sums[i] += Double(row[i]) }
    }
    let means = sums.map { $0 / count }
    var squares = [Double](repeating: 0, count: data.featureCount)
    data.forEachRow(execution: execution) { _, row in
      for i in row.indices {
        squares[i] += (Double(row[i]) - means[i]) * (Double(row[i]) - means[i])
      }
    }
    (self.means, self.squares, rowCount) = (means, squares, data.rowCount)
  }

  /// The root of the mean squared distance of two different rows; 0 for one row.
  ///
  ///     D² = 2/(n − 1) · Σ (x − x̄)²,   over rows and features
  var rootMeanSquareDistance: Double {
    rowCount < 2 ? 0 : (2 * squares.reduce(0, +) / Double(rowCount - 1)).squareRoot()
  }
}

extension Dataset {
  /// Calls `body` with the number of each row and its features, as the network takes them, dense.
  func forEachRow(
    execution: Execution, _ body: (_ row: Int, _ features: UnsafeBufferPointer<Float>) -> Void
  ) {
    let stride = PanelLayout.padded(featureCount)
    let capacity = min(64, rowCount)
    let batch = AlignedBuffer<Float>(count: capacity * stride)
    for begin in Swift.stride(from: 0, to: rowCount, by: capacity) {
      let rows = (begin..<min(begin + capacity, rowCount)).map { Int32($0) }
      rows.withUnsafeBufferPointer {
        copyFeatures(
          rows: $0, into: batch.pointer, stride: stride, instructionSet: execution.instructionSet)
      }
      for place in rows.indices {
        body(
          begin + place,
          UnsafeBufferPointer(start: batch.pointer + place * stride, count: featureCount))
      }
    }
  }
}
