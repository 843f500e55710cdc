// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

extension SvmlightError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .content(let error): error.description
    case .noRows(let path):
      "reading \(PathName.quoted(path)): expected rows as in '1 1:0.5 3:2', found none; "
        + "get the file again"
    case .noFeatures(let path):
      "reading \(PathName.quoted(path)): expected a row with an entry as in '3:2', found none; "
        + "check the file"
    case .longLine(let path, let line):
      "reading \(PathName.quoted(path)): line \(line): expected a line of at most "
        + "\(LineStream.lineByteLimit) bytes, found more; check the ends of the lines"
    case .tooManyRows(let path):
      "reading \(PathName.quoted(path)): expected at most \(Int32.max) rows, found more; "
        + "split the file"
    case .fault(let fault, let path, let line, let byte, let found):
      "reading \(PathName.quoted(path)): line \(line), byte \(byte): expected \(fault.expected), "
        + "found \(found.isEmpty ? "nothing" : JSONValue.quoted(found, limit: 20)); "
        + fault.remedy
    }
  }
}

extension SvmlightError.Fault {
  var expected: String {
    switch self {
    case .emptyLabel: "a label"
    case .wrongLabel: "a number as label"
    case .labelNotWhole: "whole numbers where there are several labels"
    case .wrongQuery: "a whole number behind qid:"
    case .misplacedQuery: "at most one qid, right behind the label"
    case .noColon: "an entry as in '3:2'"
    case .wrongIndex: "a whole number from 0 on as index"
    case .largeIndex: "an index of at most \(SvmlightRows.indexLimit)"
    case .indexBeyondCount(let featureCount, let base):
      "an index of at most \(base == .zero ? featureCount - 1 : featureCount)"
        + " (\(featureCount) features from \(base == .zero ? 0 : 1) on)"
    case .zeroIndex: "indices from 1 on"
    case .repeatedIndex: "each index once"
    case .unsortedIndex(let previous): "an index above \(previous)"
    case .missingValue: "a value behind the colon"
    case .wrongValue: "a number behind the colon"
    case .notFinite: "a number of at most 3.4e38"
    }
  }

  /// What to try.
  var remedy: String {
    switch self {
    case .emptyLabel: "give each row a label"
    case .indexBeyondCount: "check that the file belongs to the data trained on"
    case .zeroIndex: "where the first feature is called 0, give --index-base 0"
    case .repeatedIndex: "leave one out"
    case .unsortedIndex: "sort each row's entries"
    default: "correct the line"
    }
  }
}
