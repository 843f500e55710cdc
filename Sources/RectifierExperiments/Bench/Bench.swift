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
    _ source: Source, progress: @escaping (_ done: Int, _ count: Int) -> Void = { _, _ in }
  ) throws -> BenchResult {
    let isSynthetic = if case .synthetic = source { true } else { false }
    let subjectCount = isSynthetic ? recipe.zeroFractions.count : 1
    let cells = Cells(
      count: recipe.threadCounts.count
        * (1 + subjectCount * BenchWork.allCases.count * recipe.batchSizes.count),
      budgetSeconds: recipe.budgetSeconds, progress: progress)
    let first = try subject(0, of: source)
    let limits = recipe.threadCounts.map { threadCount in
      MachineLimits.measure(
        execution: threads(threadCount),
        byteCount: first.network.parameters.count * MemoryLayout<Float>.size,
        seconds: cells.next())
    }
    var rows = try measure(first, limits: limits, cells)
    for index in 1..<subjectCount {
      rows += try measure(try subject(index, of: source), limits: limits, cells)
    }
    return BenchResult(
      isSynthetic: isSynthetic, architecture: first.network.architecture,
      instructionSet: execution.instructionSet, recipe: recipe, limits: limits, rows: rows)
  }

  /// The measurements, each with an equal share of the time.
  private final class Cells {
    private let count: Int
    private let budgetSeconds: Double
    private let progress: (_ done: Int, _ count: Int) -> Void
    private var done = 0

    init(count: Int, budgetSeconds: Double, progress: @escaping (Int, Int) -> Void) {
      self.count = count
      self.budgetSeconds = budgetSeconds
      self.progress = progress
    }

    /// Announces one and answers with the seconds that it may take.
    func next() -> Double {
      progress(done, count)
      done += 1
      return budgetSeconds / Double(count)
    }
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

  /// Both kinds of work at each batch size, with each number of threads.
  private func measure(
    _ subject: BenchSubject, limits: [MachineLimits], _ cells: Cells
  ) throws -> [BenchRow] {
    let widths = subject.network.architecture.hiddenWidths.map(Double.init)
    var rows: [BenchRow] = []
    for batchSize in recipe.batchSizes {
      let activity = LayerActivity.measure(
        subject.network, on: subject.data, batchSize: batchSize, execution: execution)
      let zeroCount = zip(activity.zeroFraction, widths).reduce(0) { $0 + $1.0 * $1.1 }
      for work in BenchWork.allCases {
        for limit in limits {
          let times = try work.times(
            subject, batchSize: batchSize, precision: recipe.precision,
            execution: threads(limit.threadCount), seconds: cells.next())
          rows.append(
            BenchRow(
              work: work, threadCount: limit.threadCount, batchSize: batchSize,
              wantedZeroFraction: subject.zeroFraction, activity: activity,
              zeroFraction: zeroCount / max(1, widths.reduce(0, +)), times: times,
              cost: work.cost(subject, activity, precision: recipe.precision), limits: limit))
        }
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
