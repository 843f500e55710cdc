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
  /// Of a file that ends with `.txt`, the first bytes decide whether it begins with a label of fastText.
  public init?(path: String) {
    let name = PathName.lastComponent(of: path).lowercased()
    let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    switch plain.split(separator: ".", omittingEmptySubsequences: false).last.map(String.init) {
    case _ where !plain.contains("."): return nil
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "svm", "svmlight", "libsvm": self = .svmlight
    case "txt": self = Self.hasLabel(path) ? .fasttext : .text
    default: return nil
    }
  }

  private static func hasLabel(_ path: String) -> Bool {
    let content = try? ContentSource(path: path).open(doing: "reading texts")
    let bytes = try? content?.next(FastTextFile.labelPrefix.utf8.count)
    return FastTextFile.isLikely(firstLine: bytes ?? [])
  }

  /// Whether all columns but the target are one text.
  var isText: Bool { self == .fasttext || self == .text }
}
