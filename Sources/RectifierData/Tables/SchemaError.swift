// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Why a table cannot become a data set. Lines count from 1 in the file.
public enum SchemaError: Error, Equatable, Sendable {
  /// The table has no rows.
  case noRows(table: String)
  /// There is no column besides the target.
  case noFeatures(table: String)
  /// The target is not among the columns.
  case unknownTarget(table: String, name: String, nearest: String?)
  /// A row does not say what is to be learned about it.
  case missingTarget(table: String, line: Int, column: String)
  /// All rows say the same.
  case constantTarget(table: String, column: String, found: String)
  /// The target cannot be learned in the way that is asked for.
  case wrongTarget(table: String, column: String, task: TaskChoice, found: String)
  /// A row is of a class that no training row is of.
  case unseenClass(table: String, line: Int, column: String, found: String, known: [String])
  /// Nearly every row has a word of its own.
  case tooManyWords(table: String, column: String, wordCount: Int, rowCount: Int, isTarget: Bool)
  /// Every cell of a column is missing.
  case emptyColumn(table: String, column: String)
  /// A column that the schema knows is not in the table.
  case missingColumn(table: String, column: String, nearest: String?)
  /// A column holds another kind of cells than the schema knows.
  case wrongColumn(table: String, column: String, expected: String, found: String)
  /// A number is so far from those of training that its feature is infinite.
  case beyondRange(table: String, line: Int, column: String, found: Float)
  /// Texts of a column have no vocabulary.
  case vectorizer(table: String, column: String, VectorizerError)
  /// What became of the table is no data set.
  case dataset(DatasetError)
  /// What a model holds is no schema.
  case wrongSchema(column: String, found: String)
}

extension SchemaError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .noRows(let table): "\(table): expected at least 1 row, found 0; choose other data"
    case .noFeatures(let table):
      "\(table): expected a column besides the target, found none; choose other data"
    case .missingColumn(let table, let column, let nearest):
      "\(table): expected a column \(Self.quoted(column)) as in training, found none of that name; "
        + (nearest.map { "is it called \(Self.quoted($0))?" } ?? "add it")
    case .wrongColumn(let table, let column, let expected, let found):
      "\(table): column \(Self.quoted(column)): expected \(expected), found \(found); check that the "
        + "data belong together"
    case .emptyColumn(let table, let column):
      "\(table): column \(Self.quoted(column)): expected a cell in at least one row, found all "
        + "missing; ignore the column"
    case .beyondRange(let table, let line, let column, let found):
      "\(table): line \(line), column \(Self.quoted(column)): expected a number in reach of those of "
        + "training, found \(found); correct it"
    case .vectorizer(let table, let column, let error):
      "\(table): column \(Self.quoted(column)): \(error)"
    case .dataset(let error): error.description
    case .wrongSchema(let column, let found):
      "reading a schema: column \(Self.quoted(column)): expected an encoding, found \(found); get "
        + "the model again"
    case .tooManyWords(let table, let column, let wordCount, let rowCount, let isTarget):
      "\(table): column \(Self.quoted(column)): expected cells that come again, found \(wordCount) "
        + "different ones in \(rowCount) rows; "
        + (isTarget ? "choose another target" : "ignore the column, or take it as text")
    default: targetDescription
    }
  }

  private var targetDescription: String {
    switch self {
    case .unknownTarget(let table, let name, let nearest):
      "\(table): expected a target column \(Self.quoted(name)), found none of that name; "
        + (nearest.map { "is \(Self.quoted($0)) meant?" } ?? "name one that is there")
    case .missingTarget(let table, let line, let column):
      "\(table): line \(line), column \(Self.quoted(column)): expected a target, found none; remove "
        + "the row"
    case .constantTarget(let table, let column, let found):
      "\(table): column \(Self.quoted(column)): expected targets that differ, found only "
        + "\(Self.quoted(found)); choose another target"
    case .wrongTarget(let table, let column, let task, let found):
      "\(table): column \(Self.quoted(column)): expected a target for \(task.name), found \(found); "
        + "choose another task or target"
    case .unseenClass(let table, let line, let column, let found, let known):
      "\(table): line \(line), column \(Self.quoted(column)): expected one of the \(known.count) "
        + "classes of training, \(Self.quoted(known.first ?? "")) to "
        + "\(Self.quoted(known.last ?? "")), found \(Self.quoted(found)); check that the data "
        + "belong together"
    default: ""
    }
  }

  private static func quoted(_ text: String) -> String { JSONValue.quoted(text, limit: 40) }
}

extension TaskChoice {
  /// What messages call the task.
  fileprivate var name: String {
    switch self {
    case .automatic, .classification: "classification"
    case .multiLabel: "several labels a row"
    case .ordinal: "ordered levels"
    case .regression: "regression"
    }
  }
}
