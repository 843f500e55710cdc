// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Random numbers for the columns of each row of the data, in a pass over them.
///
/// The stream of the pass is cut into pieces of equal length, one for each row; a row's piece holds
/// the words of its columns in order.
struct RowWords {
  /// How many numbers are made at a time: whole blocks of words, in a kilobyte.
  private static let chunkLength = 256

  private let stream: RandomStream
  private let wordCount: Int

  /// - Parameters:
  ///   - pass: From 1 on.
  ///   - wordCount: That a row takes.
  init(_ name: String, seed: Seed, pass: Int, wordCount: Int) {
    stream = seed.stream(name, epoch: pass)
    self.wordCount = wordCount
  }

  /// Calls `body` with numbers in [0, 1) of a row, so many words at a time, from the first on.
  ///
  /// - Parameter body: Given the number of the first word among the row's, and the numbers.
  func forEachChunk(
    ofRow row: Int32, instructionSet: InstructionSet,
    _ body: (_ first: Int, UnsafeBufferPointer<Float>) -> Void
  ) {
    let firstBlock = UInt64(row) * UInt64((wordCount + 3) / 4)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.chunkLength) { buffer in
      for first in stride(from: 0, to: wordCount, by: Self.chunkLength) {
        let count = min(Self.chunkLength, wordCount - first)
        let chunk = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
        stream.copyUniforms(
          fromBlock: firstBlock + UInt64(first / 4), into: chunk, instructionSet: instructionSet)
        body(first, UnsafeBufferPointer(chunk))
      }
    }
  }
}
