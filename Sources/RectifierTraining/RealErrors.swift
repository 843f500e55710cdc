// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How far predicted numbers are from true ones, summed sample by sample.
struct RealErrors {
  /// ȳ of the true numbers.
  private let mean: Double
  private var squares = RatioSums()
  private var magnitudes = RatioSums()
  private var unexplained = RatioSums()

  /// - Parameter truth: All true numbers, in the order in which they will be added.
  init(truth: some Collection<Double>) {
    mean = truth.reduce(0, +) / Double(truth.count)
  }

  mutating func add(predicted: Double, truth: Double) {
    let error = predicted - truth
    squares.add(error * error)
    magnitudes.add(abs(error))
    unexplained.add(error * error, over: (truth - mean) * (truth - mean))
  }

  var measures: [Measure: Estimate] {
    var measures: [Measure: Estimate] = [:]
    measures[.rootMeanSquareError] = squares.estimate?.squareRoot
    measures[.meanAbsoluteError] = magnitudes.estimate
    measures[.determination] = unexplained.estimate.map { share in
      Estimate(
        1 - share.value,
        interval95: share.interval95.map { 1 - $0.upperBound...1 - $0.lowerBound })
    }
    return measures
  }
}
