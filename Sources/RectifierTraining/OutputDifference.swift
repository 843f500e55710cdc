// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics

/// How two networks differ in what they say of the same rows.
public struct OutputDifference: Equatable, Sendable {
  /// Samples compared.
  public let sampleCount: Int
  /// Samples with an output of other bits.
  public let changedOutputCount: Int
  /// Samples of which another class is predicted; nil for models without classes.
  public let changedLabelCount: Int?
  /// The largest |difference| of an output: a probability, or a real; NaN where it is none.
  public let largestDifference: Float

  /// Compares outputs, `[rows × outputs]`, row for row.
  init(from before: Matrix, to after: Matrix, hasClasses: Bool) {
    var (changedOutputs, changedLabels) = (0, 0)
    var largest: Float = 0
    for row in 0..<before.rowCount {
      let (old, new) = (before.row(row), after.row(row))
      let changed = old.indices.filter { old[$0].bitPattern != new[$0].bitPattern }
      if changed.isEmpty { continue }
      changedOutputs += 1
      if Model.predictedClass(old) != Model.predictedClass(new) { changedLabels += 1 }
      for difference in changed.map({ abs(old[$0] - new[$0]) })
      where !largest.isNaN && !(difference <= largest) {
        largest = difference
      }
    }
    sampleCount = before.rowCount
    changedOutputCount = changedOutputs
    changedLabelCount = hasClasses ? changedLabels : nil
    largestDifference = largest
  }
}

extension Model {
  /// What a precision of the weights changes in the outputs for data, against float32. Targets are
  /// not read.
  ///
  /// - Throws: `ModelError` where the features do not fit the model.
  /// - Complexity: Two passes over the data; the outputs of both are held.
  public func outputDifference(
    by precision: WeightPrecision, on data: Dataset, execution: Execution = .default
  ) throws(ModelError) -> OutputDifference {
    OutputDifference(
      from: try outputs(for: data, execution: execution),
      to: try outputs(for: data, precision: precision, execution: execution),
      hasClasses: network.architecture.head.classCount != nil)
  }
}
