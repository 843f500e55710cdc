// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

/// Times a network's training and inference over batch sizes, threads and fractions of zeros, and
/// the machine beside them.
package struct Bench {
  package let recipe: BenchRecipe
  /// Its threads are replaced by those of the recipe.
  private let execution: Execution

  package init(_ recipe: BenchRecipe, execution: Execution) {
    self.recipe = recipe
    self.execution = execution
  }

  /// What is timed: networks of the recipe's shape, or a model.
  package enum Source {
    case synthetic
    case model(Model, data: Dataset)
  }

  /// Runs it all.
  ///
  /// - Parameter progress: Called before each measurement with the number of those that are done and
  ///   of all.
  /// - Throws: `ModelError`, `TrainingError`, `ArchitectureError`: the source cannot be timed.
  package func run(
    _ source: Source, progress: (_ done: Int, _ count: Int) -> Void = { _, _ in }
  ) throws -> BenchResult {
    let subjectCount = if case .synthetic = source { recipe.zeroFractions.count } else { 1 }
    let cellCount =
      recipe.threadCounts.count
      * (1 + subjectCount * BenchWork.allCases.count * recipe.batchSizes.count)
    let seconds = recipe.budgetSeconds / Double(cellCount)
    var done = 0
    func announce() {
      progress(done, cellCount)
      done += 1
    }
    var limits: [MachineLimits] = []
    var rows: [BenchRow] = []
    var architecture: Architecture?
    for index in 0..<subjectCount {
      let subject = try subject(index, of: source)
      architecture = subject.network.architecture
      for threadCount in recipe.threadCounts where index == 0 {
        announce()
        limits.append(
          MachineLimits.measure(
            execution: threads(threadCount),
            byteCount: subject.network.parameters.count * MemoryLayout<Float>.size,
            seconds: seconds))
      }
      for batchSize in recipe.batchSizes {
        rows += try measure(subject, batchSize: batchSize, limits: limits) {
          announce()
          return seconds
        }
      }
    }
    guard let architecture else { fatalError("bench: no fraction of zeros") }
    return BenchResult(
      isSynthetic: subjectCount == recipe.zeroFractions.count, architecture: architecture,
      instructionSet: execution.instructionSet, recipe: recipe, limits: limits, rows: rows)
  }

  private func subject(_ index: Int, of source: Source) throws -> BenchSubject {
    switch source {
    case .synthetic:
      try BenchSubject.synthetic(
        recipe, zeroFraction: recipe.zeroFractions[index], execution: execution)
    case .model(let model, let data):
      try BenchSubject.model(model, data: data, recipe: recipe)
    }
  }

  /// Both kinds of work at one batch size, with each number of threads.
  private func measure(
    _ subject: BenchSubject, batchSize: Int, limits: [MachineLimits], share: () -> Double
  ) throws -> [BenchRow] {
    let activity = LayerActivity.measure(
      subject.network, on: subject.data, batchSize: batchSize, execution: execution)
    let widths = subject.network.architecture.hiddenWidths.map(Double.init)
    let zeroCount = zip(activity.zeroFraction, widths).reduce(0) { $0 + $1.0 * $1.1 }
    var rows: [BenchRow] = []
    for work in BenchWork.allCases {
      for limit in limits {
        let times = try work.times(
          subject, batchSize: batchSize, execution: threads(limit.threadCount), seconds: share())
        rows.append(
          BenchRow(
            work: work, threadCount: limit.threadCount, batchSize: batchSize,
            wantedZeroFraction: subject.zeroFraction, activity: activity,
            zeroFraction: zeroCount / max(1, widths.reduce(0, +)), times: times,
            cost: work.cost(subject, activity), limits: limit))
      }
    }
    return rows
  }

  private func threads(_ count: Int) -> Execution {
    var execution = execution
    execution.threadCount = count
    return execution
  }
}
