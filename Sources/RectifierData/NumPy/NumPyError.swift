// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What can be wrong with arrays as NumPy writes them. A place is a file, or a member of an archive;
/// offsets count bytes of its inflated content.
public enum NumPyError: Error, Equatable, Sendable {
  /// The file cannot be had, or its compression is damaged.
  case content(StoredContentError)
  /// The archive is damaged.
  case zip(ZipError)
  /// The content does not begin as an array does.
  case notNPY(place: String)
  /// The content ends inside its header.
  case truncatedHeader(place: String, found: Int)
  /// A version that is not known.
  case unknownVersion(place: String, major: Int, minor: Int)
  /// A header longer than any array needs.
  case longHeader(place: String, found: Int)
  /// The text of the header is not as it should be.
  case wrongHeader(place: String, offset: Int, expected: String)
  /// Values that are no real or whole numbers.
  case wrongElement(place: String, found: String)
  /// More values than any file can hold.
  case tooLarge(place: String, shape: [Int])
  /// The values are fewer or more than the header says; `found` is nil where there are more.
  case wrongLength(place: String, shape: [Int], expected: Int, found: Int?)
  /// An array of another shape than its purpose needs.
  case wrongShape(place: String, shape: [Int], expected: String)
  /// An archive without any of the known members.
  case noMembers(path: String, found: [String])
  /// An archive with `x` beside members of parts.
  case mixedMembers(path: String, whole: String, part: String)
  /// Targets without features.
  case missingPartner(path: String, present: String, missing: String)
  /// A class that no number of 64 bits with a sign holds.
  case wrongClass(place: String, row: Int)
  /// A class that the training part does not know.
  case unknownClass(place: String, row: Int, found: Int64)
  /// More different whole numbers than classes are allowed.
  case tooManyClasses(place: String, found: Int)
  /// What was read makes no data set.
  case dataset(DatasetError)

  /// Whether something is not there, rather than wrong.
  public var isMissingInput: Bool {
    if case .content(let error) = self { error.isMissingInput } else { false }
  }
}

extension NumPyError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .content(let error): error.description
    case .zip(let error): error.description
    case .dataset(let error): error.description
    case .noMembers, .mixedMembers, .missingPartner: archiveDescription
    case .wrongClass, .unknownClass, .tooManyClasses, .wrongShape: purposeDescription
    default: contentDescription
    }
  }

  private var contentDescription: String {
    switch self {
    case .notNPY(let place):
      "reading \(place): at byte 0: expected an array as numpy.save writes it, found something "
        + "else; give one"
    case .truncatedHeader(let place, let found):
      "reading \(place): expected a header, found its end after \(found) bytes; get the file again"
    case .unknownVersion(let place, let major, let minor):
      "reading \(place): at byte 6: expected version 1.0, 2.0 or 3.0, found \(major).\(minor); "
        + "write the array anew"
    case .longHeader(let place, let found):
      "reading \(place): at byte 8: expected a header of at most \(NPYHeader.textLimit) bytes, "
        + "found \(found); write the array anew"
    case .wrongHeader(let place, let offset, let expected):
      "reading \(place): at byte \(offset): expected \(expected), found something else; "
        + "get the file again"
    case .wrongElement(let place, let found):
      "reading \(place): expected whole numbers or floating-point numbers of 32 or 64 bits, found "
        + "\(found)\(found.contains("O") ? ", Python objects" : ""); convert the array with astype"
    case .tooLarge(let place, let shape):
      "reading \(place): expected a size that a file can have, found \(Self.shown(shape)); "
        + "get the file again"
    case .wrongLength(let place, let shape, let expected, let found):
      "reading \(place): the header says \(Self.shown(shape)): expected \(expected) bytes of "
        + "values, found \(found.map { "\($0)" } ?? "more"); get the file again"
    default: ""
    }
  }

  private var archiveDescription: String {
    switch self {
    case .noMembers(let path, let found):
      "reading \(PathName.quoted(path)): expected the members x and y, or x_train, y_train and so "
        + "on, found \(found.isEmpty ? "none" : found.joined(separator: ", ")); rename them"
    case .mixedMembers(let path, let whole, let part):
      "reading \(PathName.quoted(path)): expected members of parts or of all rows, found "
        + "\(whole) beside \(part); leave one of them out"
    case .missingPartner(let path, let present, let missing):
      "reading \(PathName.quoted(path)): \(present) is there, \(missing) is not; add it"
    default: ""
    }
  }

  private var purposeDescription: String {
    switch self {
    case .wrongShape(let place, let shape, let expected):
      "reading \(place): expected \(expected), found the shape \(Self.shown(shape)); reshape it"
    case .wrongClass(let place, let row):
      "reading \(place): row \(row): expected a class below 2^63, found a larger number; "
        + "number the classes from 0"
    case .unknownClass(let place, let row, let found):
      "reading \(place): row \(row): expected a class of the training part, found \(found); "
        + "check that the parts belong together"
    case .tooManyClasses(let place, let found):
      "reading \(place): expected at most \(NPYParts.classLimit) classes, found \(found) different "
        + "whole numbers; store real targets as floating-point numbers"
    default: ""
    }
  }

  private static func shown(_ shape: [Int]) -> String {
    "(" + shape.map { "\($0)" }.joined(separator: ", ") + (shape.count == 1 ? ",)" : ")")
  }
}
