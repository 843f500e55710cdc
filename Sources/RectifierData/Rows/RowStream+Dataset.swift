// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension RowStream {
  /// All rows as a data set whose features lie in a file of encoded rows, which is made unless it is
  /// there: the same numbers as in memory, and sparse rows in any case.
  ///
  /// - Parameters:
  ///   - encoding: As fitted to these or other rows.
  ///   - cache: Where the file lies.
  ///   - key: What the features follow from, in 64 hexadecimal digits.
  ///   - needsTarget: Whether the target is read; else the data set has none.
  /// - Returns: The data set, which knows the encoding, and what is worth knowing about the rows.
  /// - Throws: ``SchemaError``, as `RowEncoding.dataset` does, ``DataSourceError`` for what reading
  ///   found, and for the file.
  package func dataset(
    encodedBy encoding: RowEncoding, in cache: RowCache, key: String, needsTarget: Bool
  ) throws -> (Dataset, notes: [String]) {
    let target = needsTarget ? encoding.target : nil
    let targets = try target?.targets(in: self.targets) ?? .none
    let (file, replaced) = try Self.kept {
      try cache.rows(of: key) { writer in
        let notes = try encode(by: encoding) { try writer.add($0.features) }
        return (encoding.featureCount, notes.map(\.description))
      }
    }
    guard file.rows.rowCount == rowCount else {
      throw DataSourceError.changed(path: name, expected: rowCount, found: file.rows.rowCount)
    }
    do throws(DatasetError) {
      let data = try Dataset(
        name: name, features: .sparse(file.rows), targets: targets, labels: target?.labels ?? [])
      let remarks = replaced.map { ["\($0.remark); it has been written anew"] } ?? []
      return (data.encoded(by: encoding), remarks + file.notes)
    } catch { throw SchemaError.dataset(error) }
  }

  private static func kept<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as RowCacheError {
      throw DataSourceError.rowCache(error)
    }
  }
}
