// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierInterchange
import RectifierNetworks
import RectifierNumerics

/// What a bench measured.
package struct BenchResult: Sendable {
  /// Whether the networks were drawn for their zeros; else there is one model with its own.
  package let isSynthetic: Bool
  package let architecture: Architecture
  package let instructionSet: InstructionSet
  package let recipe: BenchRecipe
  /// One a number of threads.
  package let limits: [MachineLimits]
  package let rows: [BenchRow]

  /// The rows that differ in their zeros alone, in order of the zeros.
  package struct Sweep: Sendable {
    package let work: BenchWork
    package let threadCount: Int
    package let batchSize: Int
    package let rows: [BenchRow]

    /// Nil where there is but one fraction.
    package var breakEven: BreakEven? {
      if rows.count < 2 { return nil }
      return BreakEven(
        rows.map { (zeroFraction: $0.zeroFraction, $0.ratio(of: .sparse, to: .dense).median) })
    }
  }

  /// All rows, by work, then threads, then batch size.
  package var sweeps: [Sweep] {
    BenchWork.allCases.flatMap { work in
      limits.map(\.threadCount).flatMap { threadCount in
        recipe.batchSizes.map { batchSize in
          let found = rows.filter {
            ($0.work, $0.threadCount, $0.batchSize) == (work, threadCount, batchSize)
          }
          return Sweep(
            work: work, threadCount: threadCount, batchSize: batchSize,
            rows: found.sorted { $0.zeroFraction < $1.zeroFraction })
        }
      }
    }
  }
}

extension BenchResult {
  /// All of it, with keys that stay the same from version to version.
  package var json: JSONValue {
    [
      "version": .string(RectifierVersion.text),
      "instructionSet": .string(instructionSet.rawValue),
      "processors": JSONValue(Execution.processorCount),
      "network": [
        "widths": JSONValue(architecture.widths),
        "activations": JSONValue(architecture.activations.map(\.name)),
        "parameterCount": JSONValue(architecture.parameterCount),
        "synthetic": .bool(isSynthetic),
      ],
      "precision": .string(recipe.precision.rawValue),
      "budgetSeconds": JSONValue(recipe.budgetSeconds),
      "limits": .array(limits.map(\.json)),
      "rows": .array(sweeps.flatMap { $0.rows.map(\.json) }),
      "breakEven": .array(sweeps.compactMap(\.json)),
    ]
  }
}

extension MachineLimits {
  fileprivate var json: JSONValue {
    [
      "threads": JSONValue(threadCount),
      "gigaflops": JSONValue(2e-9 * multiplyAddsPerSecond),
      "readGigabytesPerSecond": JSONValue(1e-9 * readBytesPerSecond),
      "rewriteGigabytesPerSecond": JSONValue(1e-9 * rewriteBytesPerSecond),
    ]
  }
}

extension BenchResult.Sweep {
  /// Nil where there is no break-even to speak of. `zeroFraction` is 0 where sparse kernels are ahead
  /// throughout, and null where they never are.
  fileprivate var json: JSONValue? {
    breakEven.map { breakEven in
      let zeroFraction: JSONValue =
        switch breakEven {
        case .always: JSONValue(0.0)
        case .at(let fraction): JSONValue(fraction)
        case .never: .null
        }
      return [
        "work": .string(work.rawValue), "threads": JSONValue(threadCount),
        "batchSize": JSONValue(batchSize), "zeroFraction": zeroFraction,
      ]
    }
  }
}

extension BenchRow {
  fileprivate var json: JSONValue {
    var times = JSONObject()
    for kernels in Execution.Kernels.allCases {
      times[kernels.rawValue] = microseconds(kernels).json
    }
    let limit = limit
    return [
      "work": .string(work.rawValue), "threads": JSONValue(threadCount),
      "batchSize": JSONValue(batchSize),
      "wantedZeroFraction": wantedZeroFraction.map { JSONValue($0) } ?? .null,
      "zeroFraction": .array(activity.zeroFraction.map { JSONValue($0) }),
      "inputZeroFraction": JSONValue(1 - activity.activeFraction[0]),
      "roundCount": JSONValue(self.times.rounds.count),
      "microsecondsPerSample": .object(times),
      "denseToSparse": ratio(of: .dense, to: .sparse).json,
      "denseToAutomatic": ratio(of: .dense, to: .automatic).json,
      "multiplyAddsPerSample": JSONValue(cost.multiplyAdds),
      "denseMultiplyAddsPerSample": JSONValue(cost.denseMultiplyAdds),
      "weightBytesPerBatch": JSONValue(cost.readByteCount + cost.rewriteByteCount),
      "gigaflops": JSONValue(gigaflops),
      "denseEquivalentGigaflops": JSONValue(denseEquivalentGigaflops),
      "gigabytesPerSecond": JSONValue(gigabytesPerSecond),
      "limitMicrosecondsPerSample": JSONValue(limit.microseconds),
      "limitedBy": .string(limit.by.rawValue),
      "fractionOfLimit": JSONValue(fractionOfLimit),
    ]
  }
}

extension Spread {
  fileprivate var json: JSONValue {
    [
      "median": JSONValue(median), "least": JSONValue(range.lowerBound),
      "largest": JSONValue(range.upperBound),
    ]
  }
}
