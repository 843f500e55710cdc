// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation

@testable import RectifierData

/// Golden/schema.txt, as Golden/make_schema.py says: two tables, and the features that scikit-learn
/// makes of them.
enum GoldenSchema {
  private static let lines: [(kind: String, content: String)] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/schema.txt")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else {
      fatalError("cannot read \(path.path)")
    }
    return text.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      return (String(parts[0]), String(parts[1]))
    }
  }()

  static func lines(_ kind: String) -> [String] {
    lines.filter { $0.kind == kind }.map(\.content)
  }

  /// The text of a part's table.
  static func text(_ part: String) -> String {
    lines("csv-" + part).map { $0 + "\n" }.joined()
  }

  static var names: [String] {
    lines("names")[0].split(separator: ",").map(String.init)
  }

  static func features(_ part: String) -> [[Double]] {
    lines(part).map { $0.split(separator: ",").map { Double($0) ?? .nan } }
  }
}
