// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Which rows of data make up a batch, in the batch's order.
package enum RowNumbers {
  /// Rows that follow each other.
  case range(Range<Int>)
  /// Any rows, repeats allowed.
  case list(UnsafeBufferPointer<Int32>)

  package var count: Int {
    switch self {
    case .range(let range): range.count
    case .list(let numbers): numbers.count
    }
  }

  /// The number in the data of row `n` of the batch.
  package subscript(n: Int) -> Int {
    switch self {
    case .range(let range): range.lowerBound + n
    case .list(let numbers): Int(numbers[n])
    }
  }
}
