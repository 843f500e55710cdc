// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What is worth knowing about a table that a schema has taken all the same.
public enum SchemaNote: Equatable, Sendable {
  /// The table has columns that the schema does not know.
  case extraColumns(table: String, names: [String])
  /// Rows have a word that no training row had, or too few; `example` is the first of them.
  case unseenWords(table: String, column: String, rowCount: Int, example: String)
  /// Rows lack a cell that no training row lacked.
  case newlyMissing(table: String, column: String, rowCount: Int)
}

extension SchemaNote {
  /// Notes about parts of a table as notes about the whole: rows added up, the first example kept.
  static func merged(_ notes: [SchemaNote]) -> [SchemaNote] {
    var merged: [SchemaNote] = []
    for note in notes {
      if let index = merged.firstIndex(where: { $0.adding(note) != nil }) {
        merged[index] = merged[index].adding(note) ?? note
      } else {
        merged.append(note)
      }
    }
    return merged
  }

  /// One note for both; nil where they are about different things.
  private func adding(_ other: SchemaNote) -> SchemaNote? {
    switch (self, other) {
    case (.extraColumns, .extraColumns): return self == other ? self : nil
    case (
      .unseenWords(let table, let column, let count, let example),
      .unseenWords(let otherTable, let otherColumn, let more, _)
    ) where table == otherTable && column == otherColumn:
      return .unseenWords(
        table: table, column: column, rowCount: count + more, example: example)
    case (
      .newlyMissing(let table, let column, let count),
      .newlyMissing(let otherTable, let otherColumn, let more)
    ) where table == otherTable && column == otherColumn:
      return .newlyMissing(table: table, column: column, rowCount: count + more)
    default: return nil
    }
  }
}

extension SchemaNote: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .extraColumns(let table, let names):
      let shown = names.prefix(8).map { JSONValue.quoted($0, limit: 20) }.joined(separator: ", ")
      let rest = names.count > 8 ? " and \(names.count - 8) more" : ""
      return "\(table): not used, as the model does not know them: \(shown)\(rest)"
    case .unseenWords(let table, let column, let rowCount, let example):
      return "\(table): column \(JSONValue.quoted(column)): \(Self.rows(rowCount)) a word that is "
        + "new or was rare in training, as \(JSONValue.quoted(example))"
    case .newlyMissing(let table, let column, let rowCount):
      return "\(table): column \(JSONValue.quoted(column)): \(Self.rows(rowCount)) nothing, which "
        + "never happened in training"
    }
  }

  private static func rows(_ count: Int) -> String {
    count == 1 ? "1 row has" : "\(count) rows have"
  }
}
