// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What can be wrong with a file of separated values. Lines count from 1, bytes from 0 in the content
/// as it is once inflated.
public enum TableError: Error, Equatable, Sendable {
  /// The file cannot be had, or its compression is damaged.
  case content(StoredContentError)
  /// The content has not a single character besides line breaks.
  case empty(path: String)
  /// There is a line of names and nothing else.
  case headerOnly(path: String)
  /// The content is UTF-16.
  case utf16(path: String)
  /// A row of another length than the first.
  case raggedRow(path: String, line: Int, expected: Int, found: Int)
  /// A quote opens a field and nothing closes it.
  case openQuote(path: String, line: Int, byte: Int)
  /// Something other than a separator behind the quote that closes a field.
  case textAfterQuote(path: String, line: Int, byte: Int, found: String)
  /// A byte that does not go on as UTF-8 has to.
  case invalidUTF8(path: String, line: Int, byte: Int, found: UInt8)
  /// A byte of value zero, which no text has.
  case zeroByte(path: String, line: Int, byte: Int)
  /// A row of more bytes than any table needs.
  case longRow(path: String, line: Int)
  /// More columns than are allowed.
  case tooManyColumns(path: String, line: Int)
  /// Rows are numbered with 32 bits.
  case tooManyRows(path: String)
  /// Two columns, numbered from 1, have the same name.
  case duplicateColumn(path: String, name: String, first: Int, second: Int)
  /// A folder has two files for the same part.
  case twoTables(path: String, first: String, second: String)
  /// The options name a column that is not there.
  case unknownColumn(path: String, name: String, nearest: String?, known: [String])
  /// The options say two things about a column.
  case columnTwice(path: String, name: String, first: String, second: String)
  /// The options leave out every column.
  case nothingLeft(path: String)
  /// A column that is to be one of numbers has something else.
  case notANumber(path: String, line: Int, column: String, found: String)
  /// A number is infinite, beyond `Float`, or said to be none.
  case notFinite(path: String, line: Int, column: String, found: String)
  /// A column has many different numbers and something else.
  case mixedColumn(path: String, line: Int, column: String, found: String, numberCount: Int)

  /// Whether something is not there, rather than wrong.
  public var isMissingInput: Bool {
    if case .content(let error) = self { error.isMissingInput } else { false }
  }
}
