// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles

extension CatalogText {
  /// What `data info --json` prints.
  static var listDocument: JSONValue {
    [
      "datasets": .array(
        CatalogEntry.all.map { ["name": .string($0.name), "title": .string($0.title)] })
    ]
  }

  /// What `data info NAME --json` prints; what is not known is null.
  static func document(_ entry: CatalogEntry) -> JSONValue {
    [
      "name": .string(entry.name),
      "title": .string(entry.title),
      "content": .string(entry.content),
      "isDrawn": .bool(entry.isDrawn),
      "addresses": JSONValue(entry.addresses),
      "terms": .string(entry.terms),
      "reference": .string(entry.reference),
      "remarks": JSONValue(entry.remarks),
      "innerFolder": text(entry.innerFolder),
      "files": .array(entry.files.map(document)),
    ]
  }

  /// What `data verify --json` prints.
  static func document(_ check: CatalogCheck, of entry: CatalogEntry) -> JSONValue {
    [
      "name": .string(entry.name),
      "folder": .string(check.folder),
      "isRight": .bool(check.items.allSatisfy(\.isRight)),
      "files": .array(check.items.map(document)),
    ]
  }

  private static func document(_ file: CatalogFile) -> JSONValue {
    [
      "name": .string(file.name),
      "isNeeded": .bool(file.isNeeded),
      "byteCount": JSONValue(file.byteCount),
      "sha256": text(file.sha256),
      "beginning": document(file.beginning),
      "compressed": document(file.compressed),
    ]
  }

  private static func document(_ content: CatalogFile.Beginning?) -> JSONValue {
    guard let content else { return .null }
    return ["byteCount": JSONValue(content.byteCount), "sha256": .string(content.sha256)]
  }

  private static func document(_ item: CatalogCheck.Item) -> JSONValue {
    [
      "name": .string(item.file.name),
      "foundName": text(item.foundName),
      "finding": .string(name(of: item.finding)),
      "isRight": .bool(item.isRight),
    ]
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  private static func name(of finding: CatalogCheck.Finding) -> String {
    switch finding {
    case .identical: "identical"
    case .beginsRight: "beginsRight"
    case .rightLength: "rightLength"
    case .missing: "missing"
    case .twice: "twice"
    case .wrongLength: "wrongLength"
    case .wrongChecksum: "wrongChecksum"
    case .wrongBeginning: "wrongBeginning"
    case .damaged: "damaged"
    }
  }
}
