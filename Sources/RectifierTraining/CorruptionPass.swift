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
        corrupt(
          batch + n * stride, number: n, words: words, ofRow: rows[n], execution.instructionSet)
      }
    }
  }

  private func corrupt(
    _ row: UnsafeMutablePointer<Float>, number n: Int, words: RowWords, ofRow place: Int32,
    _ instructionSet: InstructionSet
  ) {
    switch corruption {
    case .none: break
    case .masking(let level):
      words.forEachChunk(ofRow: place, instructionSet: instructionSet) { first, numbers in
        for i in numbers.indices where numbers[i] < level { row[first &+ i] = 0 }
      }
    case .saltAndPepper(let zeros, let ones):
      words.forEachChunk(ofRow: place, instructionSet: instructionSet) { first, numbers in
        for i in numbers.indices {
          let u = numbers[i]
          if u < zeros { row[first &+ i] = 0 } else if u < zeros + ones { row[first &+ i] = 1 }
        }
      }
    case .gaussian(let deviation):
      let (logarithms, cosines) = (
        logarithms.pointer + n * columnCount, cosines.pointer + n * columnCount
      )
      words.forEachChunk(ofRow: place, instructionSet: instructionSet) { first, numbers in
        for i in 0..<numbers.count / 2 {
          logarithms[first / 2 &+ i] = 1 - numbers[2 &* i]
          cosines[first / 2 &+ i] = 2 * .pi * numbers[2 &* i &+ 1]
        }
      }
      addNoise(
        of: deviation, to: row, logarithms: logarithms, cosines: cosines, instructionSet)
    }
  }

  /// Adds numbers of the normal distribution, a row at a time.
  private func addNoise(
    of deviation: Float, to row: UnsafeMutablePointer<Float>,
    logarithms: UnsafeMutablePointer<Float>, cosines: UnsafeMutablePointer<Float>,
    _ instructionSet: InstructionSet
  ) {
    BoxMuller.transform(
      logarithms, cosines: cosines, count: columnCount, instructionSet: instructionSet)
    for i in 0..<columnCount { row[i] += deviation * logarithms[i] }
    rectifier_flush(row, columnCount)
  }
}
