// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

/// Encoded rows in a file that stays mapped for as long as they are used.
public struct RowCacheFile: Sendable {
  /// All rows.
  public let rows: SparseMatrix
  /// What is worth knowing about them.
  public let notes: [String]

  /// Maps a file and reads it once, to see that it is as it was written.
  ///
  /// A file of this kind is replaced and never shortened, so that a mapping stays sound.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - key: What the rows have to follow from.
  /// - Throws: ``RowCacheError``.
  /// - Complexity: O(bytes); memory for the notes alone.
  public init(path: String, key: String) throws(RowCacheError) {
    let file: MappedFile
    do throws(FileError) {
      file = try MappedFile(path: path, doing: "reading encoded rows")
    } catch { throw .file(error) }
    func damaged(_ found: String) -> RowCacheError { .damaged(path: path, found: found) }
    let bytes = file.bytes
    let contentCount = bytes.count - RowCacheTrailer.byteCount
    guard contentCount >= 0,
      let trailer = RowCacheTrailer(UnsafeRawBufferPointer(rebasing: bytes[contentCount...]))
    else { throw damaged("another end") }
    guard trailer.fileByteCount == bytes.count else { throw damaged("\(bytes.count) bytes") }
    guard trailer.key == key else { throw .otherRows(path: path) }
    let content = UnsafeRawBufferPointer(rebasing: bytes[..<contentCount])
    guard Gzip.crc32(content) == trailer.checksum else { throw damaged("another checksum") }
    let notesStart = contentCount - trailer.notesByteCount
    let text = UnsafeRawBufferPointer(rebasing: content[notesStart...])
    guard
      let notes = (try? JSONValue.parse(text, path: path))?.arrayValue?.compactMap(\.stringValue)
    else { throw damaged("other notes") }
    let entriesCount = 8 * trailer.entryCount
    rows = SparseMatrix(
      columnCount: trailer.columnCount,
      mapped: MappedSparseRows(
        entries: UnsafeRawBufferPointer(rebasing: content[..<entriesCount]),
        starts: UnsafeRawBufferPointer(rebasing: content[entriesCount..<notesStart]),
        owner: file))
    if let fault = rows.fault { throw damaged(fault) }
    self.notes = notes
  }
}
