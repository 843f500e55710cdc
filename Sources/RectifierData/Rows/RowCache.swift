// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// A folder with files of encoded rows, each under a name that follows from what the rows follow from.
///
/// Any of them can be removed at any time: who uses one keeps it, and who misses one makes it again.
package struct RowCache: Equatable, Sendable {
  package let folder: String

  package init(folder: String) { self.folder = folder }

  /// Where rows of that key lie.
  package func path(of key: String) -> String { PathName.join(folder, "\(key).rows") }

  /// The rows of a key; where they are not there, or not as they were written, they are made.
  ///
  /// - Parameters:
  ///   - key: 64 hexadecimal digits.
  ///   - make: Adds all rows; gives the number of columns and what is worth knowing about the rows.
  /// - Returns: The rows, and what was wrong with a file that was replaced.
  /// - Throws: `RowCacheError`, and what `make` throws; a file that was begun is gone then.
  package func rows(
    of key: String, make: (RowCacheWriter) throws -> (columnCount: Int, notes: [String])
  ) throws -> (file: RowCacheFile, replaced: RowCacheError?) {
    let path = path(of: key)
    var replaced: RowCacheError?
    do throws(RowCacheError) {
      return (try RowCacheFile(path: path, key: key), nil)
    } catch {
      switch error {
      case .file(.notFound): break
      case .file: throw error
      case .damaged, .otherRows: replaced = error
      }
    }
    do throws(FileError) {
      try Folder.create(folder)
    } catch { throw RowCacheError.file(error) }
    let writer = try RowCacheWriter(path: path)
    let (columnCount, notes) = try make(writer)
    try writer.finish(columnCount: columnCount, notes: notes, key: key)
    return (try RowCacheFile(path: path, key: key), replaced)
  }
}
