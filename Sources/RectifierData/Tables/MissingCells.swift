// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Tells which cells are missing.
struct MissingCells {
  private let words: Set<String>
  private let numbers: [Float]

  /// What the options name, and the empty cell.
  init(_ options: TableOptions) {
    words = Set(options.missing).union([""])
    numbers = options.missing.compactMap { word in
      Array(word.utf8).withUnsafeBufferPointer { DecimalNumber.float($0) }
    }
  }

  /// Whether a number stands for nothing.
  @inline(__always)
  func contains(_ number: Float) -> Bool { !numbers.isEmpty && numbers.contains(number) }

  /// Whether a word stands for nothing.
  func contains(_ word: String) -> Bool { words.contains(word) }
}
