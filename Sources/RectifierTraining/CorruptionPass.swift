// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CRectifierKernels
import RectifierNumerics

/// Corrupts batches in place, by the words of the stream "corruption".
final class CorruptionPass {
  private let corruption: Corruption
  private let seed: Seed
  private let columnCount: Int
  /// For Gaussian noise, logarithms and cosines of a row.
  private let logarithms: AlignedBuffer<Float>
  private let cosines: AlignedBuffer<Float>

  init(_ corruption: Corruption, seed: Seed, columnCount: Int, rowCapacity: Int) {
    self.corruption = corruption
    self.seed = seed
    self.columnCount = columnCount
    let isDrawnTwice = corruption.wordCount == 2
    logarithms = AlignedBuffer(count: isDrawnTwice ? rowCapacity * columnCount : 0)
    cosines = AlignedBuffer(count: isDrawnTwice ? rowCapacity * columnCount : 0)
  }

  /// Corrupts the rows of a batch.
  ///
  /// - Parameters:
  ///   - rows: Their numbers in the data.
  ///   - pass: Over the data, from 1 on.
  /// - Precondition: No more rows than there is room for.
  func run(
    _ batch: UnsafeMutablePointer<Float>, stride: Int, rows: UnsafeBufferPointer<Int32>,
    pass: Int, execution: Execution
  ) {
    guard corruption.wordCount > 0 else { return }
    let words = RowWords(
      "corruption", seed: seed, pass: pass, wordCount: columnCount * corruption.wordCount)
    execution.forEachRange(of: rows.count) { _, range in
      for n in range {
        var words = words.words(ofRow: rows[n])
        corrupt(batch + n * stride, number: n, from: &words, execution.instructionSet)
      }
    }
  }

  private func corrupt(
    _ row: UnsafeMutablePointer<Float>, number n: Int, from words: inout RandomStream,
    _ instructionSet: InstructionSet
  ) {
    switch corruption {
    case .none: break
    case .masking(let level):
      for i in 0..<columnCount where words.uniform() < level { row[i] = 0 }
    case .saltAndPepper(let zeros, let ones):
      for i in 0..<columnCount {
        let u = words.uniform()
        if u < zeros { row[i] = 0 } else if u < zeros + ones { row[i] = 1 }
      }
    case .gaussian(let deviation):
      addNoise(
        of: deviation, to: row, logarithms: logarithms.pointer + n * columnCount,
        cosines: cosines.pointer + n * columnCount, from: &words, instructionSet)
    }
  }

  /// Adds the numbers of `RandomStream.normal()`, in its operations, a row at a time.
  private func addNoise(
    of deviation: Float, to row: UnsafeMutablePointer<Float>,
    logarithms: UnsafeMutablePointer<Float>, cosines: UnsafeMutablePointer<Float>,
    from words: inout RandomStream, _ instructionSet: InstructionSet
  ) {
    for i in 0..<columnCount {
      logarithms[i] = 1 - words.uniform()
      cosines[i] = 2 * .pi * words.uniform()
    }
    let code = instructionSet.code
    rectifier_map(code, RECTIFIER_LOG, 0, logarithms, logarithms, columnCount)
    rectifier_map(code, RECTIFIER_COS, 0, cosines, cosines, columnCount)
    for i in 0..<columnCount {
      let noise = (-2 * logarithms[i]).squareRoot() * cosines[i]
      row[i] += deviation * noise
    }
    rectifier_flush(row, columnCount)
  }
}
