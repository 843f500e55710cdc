// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierInterchange
import RectifierNumerics

/// What `bench` prints.
enum BenchText {
  static func lines(_ result: BenchResult) -> [String] {
    heading(result) + machine(result)
      + result.sweeps.flatMap { [""] + sweep($0) } + [""] + breakEven(result) + legend
  }

  private static func heading(_ result: BenchResult) -> [String] {
    let widths = result.architecture.widths.map(String.init).joined(separator: "-")
    let inputZeros = result.rows.first.map { 1 - $0.activity.activeFraction[0] } ?? 0
    let origin = result.isSynthetic ? "drawn weights, zeros by bias" : "the model's own zeros"
    let precision =
      result.recipe.precision == .float32
      ? [] : ["weights   \(result.recipe.precision.rawValue) for inference, float32 for training"]
    return [
      "network   \(widths), \(NumberText.grouped(result.architecture.parameterCount)) parameters, "
        + origin,
      "inputs    \(NumberText.percent(inputZeros, decimals: 1)) zeros",
      "machine   \(Execution.processorCount) processors, \(result.instructionSet.rawValue), "
        + "rectifier \(RectifierVersion.text)",
    ] + precision
  }

  private static func machine(_ result: BenchResult) -> [String] {
    result.limits.map { limits in
      let rates = [
        2e-9 * limits.multiplyAddsPerSecond, 1e-9 * limits.readBytesPerSecond,
        1e-9 * limits.rewriteBytesPerSecond,
      ].map { number($0) }
      return
        "peak      \(threads(limits.threadCount)): \(rates[0]) GFLOP/s, reading \(rates[1]) GB/s, "
        + "rewriting \(rates[2]) GB/s"
    }
  }

  /// A title, and a row for each fraction of zeros.
  private static func sweep(_ sweep: BenchResult.Sweep) -> [String] {
    let head = [
      "zeros", "µs a sample", "spread", "sparse", "dense", "dense/sparse", "GFLOP/s", "as dense",
      "GB/s", "limit, µs", "of limit",
    ]
    let rows = sweep.rows.map { row in
      let automatic = row.microseconds(.automatic)
      let limit = row.limit
      return [
        NumberText.percent(row.zeroFraction, decimals: 1), number(automatic.median),
        "\(number(automatic.range.lowerBound))…\(number(automatic.range.upperBound))",
        number(row.microseconds(.sparse).median), number(row.microseconds(.dense).median),
        NumberText.fixed(row.ratio(of: .dense, to: .sparse).median, decimals: 2),
        number(row.gigaflops), number(row.denseEquivalentGigaflops),
        number(row.gigabytesPerSecond), "\(number(limit.microseconds)) \(limit.by.rawValue)",
        NumberText.percent(row.fractionOfLimit, decimals: 0),
      ]
    }
    let title = "\(sweep.work.rawValue), batch \(sweep.batchSize), \(threads(sweep.threadCount))"
    return [title] + TextTable.lines([head] + rows)
  }

  /// From which zeros on sparse kernels win: a row for each kind of work and number of threads.
  private static func breakEven(_ result: BenchResult) -> [String] {
    let sweeps = result.sweeps.filter { $0.breakEven != nil }
    if sweeps.isEmpty { return [] }
    let sizes = result.recipe.batchSizes
    let rows = BenchWork.allCases.flatMap { work in
      result.limits.map { limits in
        ["\(work.rawValue), \(threads(limits.threadCount))"]
          + sizes.map { size in
            sweeps.first {
              ($0.work, $0.threadCount, $0.batchSize) == (work, limits.threadCount, size)
            }.flatMap(\.breakEven).map(text) ?? ""
          }
      }
    }
    return TextTable.lines([["sparse beats dense from"] + sizes.map { "batch \($0)" }] + rows) + [
      ""
    ]
  }

  static func text(_ breakEven: BreakEven) -> String {
    switch breakEven {
    case .always: "always"
    case .at(let fraction): NumberText.percent(fraction, decimals: 0)
    case .never: "never"
    }
  }

  private static let legend = [
    "Times are medians of interleaved rounds. µs a sample, GFLOP/s and GB/s are those of kernels chosen",
    "by density; GFLOP/s counts the multiply-adds that the zeros leave over, as dense all of them; limit",
    "is the least time that the machine's peaks allow for the former, of limit how near it is.",
  ]

  private static func threads(_ count: Int) -> String {
    count == 1 ? "1 thread" : "\(count) threads"
  }

  /// About three digits.
  private static func number(_ value: Double) -> String {
    NumberText.fixed(value, decimals: value < 10 ? 2 : value < 100 ? 1 : 0)
  }
}
