// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

/// Tables that are written out in tests.
enum TableText {
  /// What errors and tables call a text.
  static let name = "t.csv"

  static func source(_ text: String) -> ContentSource { source(Array(text.utf8)) }

  static func source(_ bytes: [UInt8]) -> ContentSource {
    ContentSource(bytes: bytes, name: name)
  }

  /// The table that the text is.
  static func table(
    _ text: String, _ change: (inout TableOptions) -> Void = { _ in }
  ) throws -> Table {
    try table(Array(text.utf8), change)
  }

  static func table(
    _ bytes: [UInt8], _ change: (inout TableOptions) -> Void = { _ in }
  ) throws -> Table {
    var options = TableOptions()
    change(&options)
    return try Table(reading: source(bytes), options: options)
  }

  /// Columns all of which are texts.
  static func texts(
    _ text: String, _ names: [String], _ change: (inout TableOptions) -> Void = { _ in }
  ) throws -> [[String]] {
    let table = try table(text) { options in
      options.texts = names
      change(&options)
    }
    return table.columns.map { column in
      if case .texts(let all) = column.cells { all } else { ["no texts: \(column.cells)"] }
    }
  }
}

extension Table {
  /// The numbers of a column; empty where it has others.
  func numbers(_ name: String) -> [Float] {
    if case .numbers(let all)? = column(named: name)?.cells { all } else { [] }
  }

  /// The words of a column, nil where they are missing; empty where it has others.
  func words(_ name: String) -> [String?] {
    guard case .words(let codes, let words)? = column(named: name)?.cells else { return [] }
    return codes.map { $0 < 0 ? nil : words[Int($0)] }
  }
}
