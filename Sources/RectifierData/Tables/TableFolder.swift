// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// A folder with a table a part: `train.csv`, `validation.csv` and `test.csv`, or `.tsv` or `.tab`, each
/// also `.gz`. Other files are passed over.
public struct TableFolder: Sendable {
  /// The file of each part; never empty.
  public let sources: [Part: ContentSource]

  /// Looks for tables; nil where the folder has none.
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
    sources = found.mapValues { ContentSource(path: PathName.join(path, $0)) }
  }

  private static func part(ofFile name: String) -> Part? {
    let plain = name.hasSuffix(".gz") ? name.dropLast(3) : name[...]
    guard let ending = [".csv", ".tsv", ".tab"].first(where: plain.hasSuffix) else { return nil }
    return [Part.train, .validation, .test].first { plain.dropLast(ending.count) == $0.rawValue }
  }
}
