// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierExperiments

/// What `data info` and `data verify` print.
enum CatalogText {
  /// All names, with what they stand for.
  static var list: [String] {
    let width = CatalogEntry.all.map(\.name.count).max() ?? 0
    return CatalogEntry.all.map { entry in
      entry.name + String(repeating: " ", count: width - entry.name.count + 3) + entry.title
    } + ["", "'rectifier data info NAME' tells more."]
  }

  /// Everything about one entry.
  static func lines(_ entry: CatalogEntry) -> [String] {
    [
      "\(entry.name): \(entry.title)",
      "content     \(entry.content)",
    ]
      + entry.addresses.enumerated().map { ($0 == 0 ? "from        " : "            ") + $1 }
      + ["terms       \(entry.terms)", "reference   \(entry.reference)"]
      + entry.remarks.enumerated().map { ($0 == 0 ? "remarks     " : "            ") + $1 }
      + fileLines(entry)
  }

  /// A line for each file that was looked for.
  static func lines(_ check: CatalogCheck) -> [String] {
    let names = check.items.map { $0.foundName ?? $0.file.name }
    let width = names.map(\.count).max() ?? 0
    return ["folder \(check.folder)"]
      + zip(check.items, names).map { item, name in
        name + String(repeating: " ", count: width - name.count + 3) + text(item)
      }
  }

  private static func fileLines(_ entry: CatalogEntry) -> [String] {
    if entry.isDrawn { return [] }
    let files = entry.files.flatMap { file -> [String] in
      let isNeeded = file.isNeeded ? "" : ", not read"
      var lines = ["\(file.name): \(NumberText.grouped(file.byteCount)) bytes\(isNeeded)"]
      if let sha256 = file.sha256 { lines.append("  sha256 \(sha256)") }
      if let beginning = file.beginning {
        lines.append("  its first \(NumberText.grouped(beginning.byteCount)) bytes:")
        lines.append("  sha256 \(beginning.sha256)")
      }
      if let compressed = file.compressed {
        lines.append("  as \(file.name).gz: \(NumberText.grouped(compressed.byteCount)) bytes")
        lines.append("  sha256 \(compressed.sha256)")
      }
      return lines
    }
    let needed = entry.files.filter(\.isNeeded)
    let unknown = needed.filter { $0.sha256 == nil }.count
    let remark =
      unknown == 0
      ? [] : ["no checksum is known here of \(unknown) of the \(needed.count) files that are read"]
    return ["", "Files of the folder \(entry.name), each also as .gz:"] + files + remark
  }

  private static func text(_ item: CatalogCheck.Item) -> String {
    switch item.finding {
    case .identical: "right: length and sha256"
    case .beginsRight(let byteCount):
      "right length, and right in its first \(NumberText.grouped(byteCount)) bytes; "
        + "no checksum is known of the rest"
    case .rightLength: "right length; no checksum is known"
    case .missing: item.file.isNeeded ? "missing" : "not there, and not needed"
    case .twice: "wrong: there plain and as .gz; remove one"
    case .wrongLength(let expected, let found):
      "wrong: \(found.map(NumberText.grouped) ?? "more") bytes, expected "
        + NumberText.grouped(expected)
    case .wrongChecksum(_, let found): "wrong: right length, sha256 \(found)"
    case .wrongBeginning(let byteCount, _, let found):
      "wrong: other content; its first \(NumberText.grouped(byteCount)) bytes have sha256 \(found)"
    case .damaged(let error): "wrong: \(error)"
    }
  }
}
