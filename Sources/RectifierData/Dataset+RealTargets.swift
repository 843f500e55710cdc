// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension Dataset {
  /// Mean and deviation of the targets, by which a network learns them as it does those of tables; nil
  /// unless each row has one real number. The deviation of numbers that are all equal is 1.
  package var targetScale: (mean: Float, deviation: Float)? {
    guard case .reals(let matrix) = targets, matrix.columnCount == 1 else { return nil }
    let numbers = (0..<rowCount).map { matrix[$0, 0] }
    return NumberEncoding(fitting: numbers, standardizes: true).map { ($0.mean, $0.deviation) }
  }

  /// Whether there is a class for each row to be learned, or a number.
  ///
  /// - Throws: ``DatasetError``: ``DatasetError/severalReals(name:count:)``, and as
  ///   ``checkClassesForTraining()`` and ``checkRealsForTraining()`` do.
  package func checkTargetsForTraining() throws(DatasetError) {
    guard case .reals(let matrix) = targets else { return try checkClassesForTraining() }
    guard matrix.columnCount == 1 else {
      throw .severalReals(name: name, count: matrix.columnCount)
    }
    try checkRealsForTraining()
  }

  /// The same with targets as a network learns them,
  ///
  ///     t = (y − mean) / deviation
  ///
  /// where each row has one real number; other data stay as they are.
  ///
  /// - Precondition: The deviation is not 0.
  package func scalingTargets(mean: Float, deviation: Float) -> Dataset {
    guard case .reals(let matrix) = targets, matrix.columnCount == 1 else { return self }
    let scaled = (0..<rowCount).map { [(matrix[$0, 0] - mean) / deviation] }
    return Dataset(
      checkedName: name, features: features, targets: .reals(Matrix(rows: scaled)), like: self,
      files: files)
  }
}
