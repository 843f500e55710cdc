// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

/// Writes encoded rows into a file, some at a time; the file is there once it is whole.
package final class RowCacheWriter {
  private static let bufferByteCount = 1 << 20

  private let replacement: FileReplacement
  private var buffer: [UInt8] = []
  private var checksum: UInt32 = 0
  private var starts: [Int64] = [0]

  /// - Throws: ``RowCacheError/file(_:)``.
  package init(path: String) throws(RowCacheError) {
    do throws(FileError) {
      replacement = try FileReplacement(of: path)
    } catch { throw .file(error) }
    buffer.reserveCapacity(2 * Self.bufferByteCount)
  }

  /// Adds rows; of dense ones the entries that are not zero.
  ///
  /// - Precondition: They are numbers.
  package func add(_ features: Dataset.Features) throws(RowCacheError) {
    switch features {
    case .sparse(let matrix): try add(matrix)
    case .floats(let matrix): try add(SparseMatrix(matrix))
    case .bytes: fatalError("row cache: bytes, expected numbers")
    }
  }

  private func add(_ matrix: SparseMatrix) throws(RowCacheError) {
    for row in 0..<matrix.rowCount {
      matrix.withRow(row) { columns, values in
        buffer.append(contentsOf: UnsafeRawBufferPointer(columns))
        buffer.append(contentsOf: UnsafeRawBufferPointer(values))
        starts.append(starts[starts.count - 1] + Int64(columns.count))
      }
      if buffer.count >= Self.bufferByteCount { try flush() }
    }
  }

  /// Ends the file and puts it in its place.
  ///
  /// - Parameters:
  ///   - columnCount: Above the column of every entry.
  ///   - notes: What is worth knowing about the rows.
  ///   - key: What the rows follow from, in 64 characters of ASCII.
  package func finish(
    columnCount: Int, notes: [String], key: String
  ) throws(RowCacheError) {
    try flush()
    let text = Self.bytes(of: notes)
    var trailer = RowCacheTrailer(
      rowCount: starts.count - 1, columnCount: columnCount,
      entryCount: Int(starts[starts.count - 1]), notesByteCount: text.count, checksum: 0, key: key)
    starts.withUnsafeBytes { checksum = Gzip.crc32($0, continuing: checksum) }
    text.withUnsafeBytes { checksum = Gzip.crc32($0, continuing: checksum) }
    trailer.checksum = checksum
    do throws(FileError) {
      try starts.withUnsafeBufferPointer { (starts) throws(FileError) in
        try replacement.write(UnsafeRawBufferPointer(starts))
      }
      try (text + trailer.bytes).withUnsafeBufferPointer { (bytes) throws(FileError) in
        try replacement.write(UnsafeRawBufferPointer(bytes))
      }
      try replacement.commit()
    } catch { throw .file(error) }
  }

  /// Notes as JSON, with spaces up to a multiple of 8 bytes.
  private static func bytes(of notes: [String]) -> [UInt8] {
    guard let text = try? JSONValue(notes).text() else {
      fatalError("row cache: notes that are no texts")
    }
    let bytes = Array(text.utf8)
    return bytes + [UInt8](repeating: 0x20, count: (8 - bytes.count % 8) % 8)
  }

  private func flush() throws(RowCacheError) {
    buffer.withUnsafeBytes { checksum = Gzip.crc32($0, continuing: checksum) }
    do throws(FileError) {
      try buffer.withUnsafeBufferPointer { (buffer) throws(FileError) in
        try replacement.write(UnsafeRawBufferPointer(buffer))
      }
    } catch { throw .file(error) }
    buffer.removeAll(keepingCapacity: true)
  }
}
