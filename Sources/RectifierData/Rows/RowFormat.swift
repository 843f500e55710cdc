// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// The forms of files that hold a row a line.
public enum RowFormat: String, CaseIterable, Sendable {
  /// Columns with commas between them.
  case csv
  /// Columns with tabs between them.
  case tsv
  /// A target, then the numbers that are not zero: `1 3:0.5 7:1`.
  case svmlight
  /// Labels, then words: `__label__good what a film`.
  case fasttext
  /// A document a line.
  case text

  /// The form that a file's name ends with, `.gz` aside; nil for another.
  ///
  /// Of a file that ends with `.txt`, the first line that is not blank decides whether it begins with a
  /// label of fastText.
  public init?(path: String) {
    switch Self.split(PathName.lastComponent(of: path))?.ending {
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "svm", "svmlight", "libsvm": self = .svmlight
    case "txt": self = Self.hasLabel(path) ? .fasttext : .text
    default: return nil
    }
  }

  /// What stands before and behind the last point of a file's name, `.gz` aside, where the ending is
  /// one of a form.
  static func split(_ name: String) -> (stem: String, ending: String)? {
    let name = name.lowercased()
    let plain = name.hasSuffix(".gz") ? name.dropLast(3) : name[...]
    guard let point = plain.lastIndex(of: ".") else { return nil }
    let ending = String(plain[plain.index(after: point)...])
    return endings.contains(ending) ? (String(plain[..<point]), ending) : nil
  }

  private static let endings = ["csv", "tsv", "tab", "svm", "svmlight", "libsvm", "txt"]

  private static func hasLabel(_ path: String) -> Bool {
    guard let lines = try? LineStream(ContentSource(path: path), doing: "reading texts") else {
      return false
    }
    while let line = try? lines.next() {
      if !line.allSatisfy(TextRows.isBlank) { return FastTextFile.isLikely(firstLine: line) }
    }
    return false
  }

  /// Whether all columns but the target are one text.
  var isText: Bool { self == .fasttext || self == .text }
}
