// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// A folder with a file of rows a part: `train`, `validation` and `test`, in any of the forms that
/// `RowFormat` knows by their names, as `train.csv` and `test.tsv.gz`. Other files are passed over.
public struct RowFolder: Sendable {
  /// The file of each part; never empty.
  public let paths: [Part: String]

  /// Looks for the files; nil where the folder has none.
  ///
  /// - Throws: ``TableError/content(_:)`` where the folder cannot be listed,
  ///   ``TableError/twoTables(path:first:second:)`` where a part has two files.
  public init?(path: String) throws(TableError) {
    let names: [String]
    do throws(FileError) {
      names = try Folder.list(path, doing: "looking for tables")
    } catch { throw .content(.file(error)) }
    var found: [Part: String] = [:]
    for name in names {
      guard let part = Self.part(ofFile: name) else { continue }
      if let first = found.updateValue(name, forKey: part) {
        throw .twoTables(path: path, first: first, second: name)
      }
    }
    if found.isEmpty { return nil }
    paths = found.mapValues { PathName.join(path, $0) }
  }

  private static func part(ofFile name: String) -> Part? {
    guard let (stem, _) = RowFormat.split(name) else { return nil }
    return [Part.train, .validation, .test].first { $0.rawValue == stem }
  }
}
