// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

extension TableError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .content(let error): error.description
    case .empty, .headerOnly, .utf16, .longRow, .tooManyColumns, .tooManyRows, .raggedRow:
      "reading \(PathName.quoted(path)): " + shapeDescription
    case .openQuote, .textAfterQuote, .invalidUTF8, .zeroByte:
      "reading \(PathName.quoted(path)): " + textDescription
    case .duplicateColumn, .unknownColumn, .columnTwice, .nothingLeft, .twoTables:
      "reading \(PathName.quoted(path)): " + nameDescription
    case .notANumber, .notFinite, .mixedColumn:
      "reading \(PathName.quoted(path)): " + cellDescription
    }
  }

  private var path: String {
    switch self {
    case .content: ""
    case .empty(let path), .headerOnly(let path), .utf16(let path), .raggedRow(let path, _, _, _),
      .openQuote(let path, _, _), .textAfterQuote(let path, _, _, _),
      .invalidUTF8(let path, _, _, _), .zeroByte(let path, _, _), .longRow(let path, _),
      .tooManyColumns(let path, _), .tooManyRows(let path), .duplicateColumn(let path, _, _, _),
      .unknownColumn(let path, _, _, _), .columnTwice(let path, _, _, _), .nothingLeft(let path),
      .twoTables(let path, _, _),
      .notANumber(let path, _, _, _), .notFinite(let path, _, _, _),
      .mixedColumn(let path, _, _, _, _):
      path
    }
  }

  private var shapeDescription: String {
    switch self {
    case .empty: "expected rows of separated values, found nothing; get the file again"
    case .headerOnly:
      "expected rows below the names of the columns, found none; say that there is no header if "
        + "the first line is a row"
    case .utf16: "expected UTF-8, found UTF-16; convert it with iconv -f UTF-16 -t UTF-8"
    case .raggedRow(_, let line, let expected, let found):
      "line \(line): expected \(expected) fields as in the first row, found \(found); check the "
        + "separator, and quote fields that hold it"
    case .longRow(_, let line):
      "line \(line): expected a row of at most \(RecordStream.recordByteLimit) bytes, found more; "
        + "check that each quote is closed"
    case .tooManyColumns(_, let line):
      "line \(line): expected at most \(RecordScanner.fieldLimit) columns, found more; check the "
        + "separator and the ends of the lines"
    case .tooManyRows: "expected at most \(Int32.max) rows, found more; split the file"
    default: ""
    }
  }

  private var textDescription: String {
    switch self {
    case .openQuote(_, let line, let byte):
      "line \(line), byte \(byte): expected an end of the quote that opens here, found the end of "
        + "the file; close it, or write it twice within quotes"
    case .textAfterQuote(_, let line, let byte, let found):
      "line \(line), byte \(byte): expected a separator or the line's end after a closing quote, "
        + "found \(JSONValue.quoted(found, limit: 20)); write quotes within quotes twice"
    case .invalidUTF8(_, let line, let byte, let found):
      "line \(line), byte \(byte): expected UTF-8, found byte 0x\(String(found, radix: 16)) out of "
        + "place; convert the file, or have such bytes replaced"
    case .zeroByte(_, let line, let byte):
      "line \(line), byte \(byte): expected text, found a byte of value 0; get the file again"
    default: ""
    }
  }

  private var nameDescription: String {
    switch self {
    case .duplicateColumn(_, let name, let first, let second):
      "expected different names of columns, found \(JSONValue.quoted(name)) as columns "
        + "\(first) and \(second); rename one, or say that there is no header"
    case .unknownColumn(_, let name, let nearest, let known):
      "expected a column \(JSONValue.quoted(name)), found none of that name; "
        + (nearest.map { "is \(JSONValue.quoted($0)) meant?" } ?? Self.listed(known))
    case .columnTwice(_, let name, let first, let second):
      "column \(JSONValue.quoted(name)): expected one use of it, found it named as \(first) and as "
        + "\(second); leave one out"
    case .twoTables(_, let first, let second):
      "expected one file a part, found \(first) and \(second); remove one"
    case .nothingLeft: "expected a column to be used, found all ignored; ignore fewer"
    default: ""
    }
  }

  private var cellDescription: String {
    switch self {
    case .notANumber(_, let line, let column, let found):
      "line \(line), column \(JSONValue.quoted(column)): expected a number, found "
        + "\(JSONValue.quoted(found)); correct it, or count it among what is missing"
    case .notFinite(_, let line, let column, let found):
      "line \(line), column \(JSONValue.quoted(column)): expected a number of at most 3.4e38, found "
        + "\(JSONValue.quoted(found)); correct it, or count it among what is missing"
    case .mixedColumn(_, let line, let column, let found, let numberCount):
      "line \(line), column \(JSONValue.quoted(column)): expected a number beside "
        + "\(numberCount) others, found \(JSONValue.quoted(found)); correct it, count it among what is "
        + "missing, or make the column categorical"
    default: ""
    }
  }

  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(8).map { JSONValue.quoted($0, limit: 20) }.joined(separator: ", ")
    return "there are \(shown)" + (names.count > 8 ? " and \(names.count - 8) more" : "")
  }
}
