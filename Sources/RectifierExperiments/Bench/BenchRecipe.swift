// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics

/// What `rectifier bench` measures.
package struct BenchRecipe: Equatable, Sendable {
  /// Hidden widths of the synthetic network: the paper's, section 4.1.
  package var hiddenWidths = [1000, 1000, 1000]
  /// Inputs of the synthetic network: the paper's, those of MNIST.
  package var inputCount = 784
  /// Classes of the synthetic network, likewise.
  package var classCount = 10
  /// Fractions of exact zeros among the hidden units of the synthetic network. Our choice: dense
  /// where the curve is flat, and the fractions that trained rectifier networks have.
  package var zeroFractions = [0, 0.5, 0.8, 0.9, 0.95, 0.99]
  /// Zeros among the synthetic inputs. Our choice of none: what the zeros of hidden units save is not
  /// to be mixed with what those of pixels do.
  package var inputZeroFraction = 0.0
  /// From single samples to the batches that keep arithmetic units busy.
  package var batchSizes = [1, 10, 32, 128, 512]
  /// One thread, and as many as there are processors.
  package var threadCounts = [1, Execution.processorCount].uniqued
  /// Seconds for all measurements together; each gets an equal share, and at least three rounds.
  package var budgetSeconds = 60.0
  package var seed = Seed(1)
  /// Of the weights that inference reads; training is always in float32.
  package var precision = WeightPrecision.float32

  package init() {}

  /// So small that no weight changes by a bit that would show, and the zeros stay as they are; the
  /// work of a step does not depend on it.
  static let learningRate: Float = 1e-12
}

extension BenchRecipe {
  /// `0,0.5,0.99`.
  package static func zeroFractions(parsing text: String) throws(ConfigurationError) -> [Double] {
    try TrainConfiguration.list(
      text, option: "--zeros", expected: "fractions from 0 to below 1 with commas between them",
      convert: fraction
    ).uniqued.sorted()
  }

  /// `0.81`.
  package static func inputZeroFraction(
    parsing text: String
  ) throws(ConfigurationError) -> Double {
    if let fraction = fraction(text) { return fraction }
    throw .invalidValue(
      option: "--input-zeros", expected: "a fraction from 0 to below 1", found: "'\(text)'")
  }

  /// `1,10,128`.
  package static func batchSizes(parsing text: String) throws(ConfigurationError) -> [Int] {
    try TrainConfiguration.list(
      text, option: "--batch-sizes",
      expected: "whole numbers from 1 to \(largestBatchSize) with commas between them"
    ) { Int($0).flatMap { (1...largestBatchSize).contains($0) ? $0 : nil } }.uniqued.sorted()
  }

  /// `1,all`.
  package static func threadCounts(parsing text: String) throws(ConfigurationError) -> [Int] {
    let range = Execution.threadCounts
    return try TrainConfiguration.list(
      text, option: "--threads",
      expected: "whole numbers from \(range.lowerBound) to \(range.upperBound), or all, with commas"
        + " between them"
    ) { word in
      if word == "all" { return Execution.processorCount }
      return Int(word).flatMap { range.contains($0) ? $0 : nil }
    }.uniqued.sorted()
  }

  /// Refuses what cannot be measured.
  package func check() throws(ConfigurationError) {
    guard budgetSeconds > 0, budgetSeconds.isFinite else {
      throw .invalidValue(
        option: "--budget", expected: "a finite number above 0, in seconds",
        found: "\(budgetSeconds)")
    }
    guard !hiddenWidths.isEmpty else {
      throw .invalidValue(
        option: "--hidden", expected: "at least one hidden layer, whose zeros can be measured",
        found: "none")
    }
    try MemoryRequirement(
      inputCount: inputCount, hiddenWidths: hiddenWidths, outputCount: classCount,
      batchSize: largestBatch * Execution.Kernels.allCases.count,
      dataBytes: rowCount * inputCount * MemoryLayout<Float>.size
    ).check()
  }

  /// Samples of the largest batch.
  var largestBatch: Int { batchSizes.max() ?? 1 }

  /// Rows that batches are taken from: many, so that one step does not find the weight rows of the
  /// last in the caches nearest to the core.
  var rowCount: Int { max(1024, largestBatch) }

  private static let largestBatchSize = 65_536

  private static func fraction(_ text: String) -> Double? {
    Double(text).flatMap { (0..<1).contains($0) ? $0 : nil }
  }
}

extension Array where Element: Equatable {
  /// The elements without repetitions, each where it stands first.
  fileprivate var uniqued: [Element] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
