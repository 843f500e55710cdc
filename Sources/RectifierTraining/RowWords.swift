// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Random words for the columns of each row of the data, in a pass over them.
///
/// The stream of the pass is cut into pieces of equal length, one for each row; a row's piece holds
/// the words of its columns in order.
struct RowWords {
  private let stream: RandomStream
  private let blockCount: UInt64

  /// - Parameters:
  ///   - pass: From 1 on.
  ///   - wordCount: That a row takes.
  init(_ name: String, seed: Seed, pass: Int, wordCount: Int) {
    stream = seed.stream(name, epoch: pass)
    blockCount = UInt64((wordCount + 3) / 4)
  }

  /// The stream from the beginning of a row's piece on.
  func words(ofRow row: Int32) -> RandomStream {
    stream.fromBlock(UInt64(row) * blockCount)
  }
}
