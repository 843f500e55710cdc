// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Sparse rows as they lie in a file that is mapped: for each row the columns of its entries and then
/// their values, 32 bits each, and elsewhere the number of entries before each row, 64 bits each.
///
/// The rows of a batch are drawn from anywhere; a row is one piece, so that each costs one place of the
/// file.
package struct MappedSparseRows: @unchecked Sendable {
  package let rowCount: Int
  package let entryCount: Int
  private let entries: UnsafeRawPointer
  private let starts: UnsafePointer<Int64>
  /// What keeps the file mapped.
  private let owner: AnyObject

  /// - Parameters:
  ///   - entries: 8 bytes an entry.
  ///   - starts: 8 bytes a row, and 8 for the number of all entries.
  ///   - owner: What keeps both where they are.
  /// - Precondition: Lengths go together, and both begin at multiples of 8.
  package init(
    entries: UnsafeRawBufferPointer, starts: UnsafeRawBufferPointer,
    owner: some AnyObject & Sendable
  ) {
    let bases = [entries.baseAddress, starts.baseAddress].map { UInt(bitPattern: $0) }
    guard let base = entries.baseAddress ?? starts.baseAddress, let first = starts.baseAddress,
      entries.count % 8 == 0, starts.count % 8 == 0, bases.allSatisfy({ $0 % 8 == 0 })
    else {
      fatalError("mapped rows: \(entries.count) bytes of entries, \(starts.count) of starts")
    }
    rowCount = starts.count / 8 - 1
    entryCount = entries.count / 8
    self.entries = base
    self.starts = first.assumingMemoryBound(to: Int64.self)
    self.owner = owner
  }

  /// The number of entries before a row, as the file says.
  func start(ofRow row: Int) -> Int { Int(starts[row]) }

  @inline(__always)
  func entries(ofRow row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

  @inline(__always)
  func withRow<Result>(
    _ row: Int,
    _ body: (_ columns: UnsafeBufferPointer<UInt32>, _ values: UnsafeBufferPointer<Float>) throws
      -> Result
  ) rethrows -> Result {
    let range = entries(ofRow: row)
    let columns = (entries + 8 * range.lowerBound).assumingMemoryBound(to: UInt32.self)
    let values = (entries + 8 * range.lowerBound + 4 * range.count)
      .assumingMemoryBound(to: Float.self)
    return try withExtendedLifetime(owner) {
      try body(
        UnsafeBufferPointer(start: columns, count: range.count),
        UnsafeBufferPointer(start: values, count: range.count))
    }
  }
}
