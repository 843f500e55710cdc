// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension LearningTask {
  /// The number that outputs speak for, in the units of what is predicted: the expected level, or the
  /// real scaled back,
  ///
  ///     ŷ = Σₖ levels[k] · p[k],   ŷ = deviation · t + mean
  ///
  /// in Double, in the order of the outputs; nil where no number is predicted.
  package func predictedNumber(_ outputs: some Collection<Float>) -> Double? {
    switch self {
    case .classification, .multiLabel: nil
    case .ordinal(let levels):
      zip(levels, outputs).reduce(0) { $0 + $1.0 * Double($1.1) }
    case .regression(let mean, let deviation):
      outputs.first.map { Double($0) * Double(deviation) + Double(mean) }
    }
  }

  /// The labels that logistic outputs speak for, ascending: those whose probability is above 1/2.
  package static func predictedLabels(_ outputs: some Collection<Float>) -> [Int] {
    outputs.enumerated().filter { $0.element > 0.5 }.map(\.offset)
  }
}
