// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What can be wrong with CIFAR-10 in its binary form. Offsets count bytes of the inflated content.
public enum CIFARError: Error, Equatable, Sendable {
  /// A file cannot be had, or its compression is damaged.
  case content(StoredContentError)
  /// The folder holds several files for the same purpose, as `x` and `x.gz`.
  case ambiguous(folder: String, names: [String])
  /// Some of the five training batches are there, others are not.
  case partial(folder: String, present: [String], missing: [String])
  /// The content is not a whole number of records.
  case wrongLength(path: String, found: Int)
  /// The content has no end before the limit.
  case tooLong(path: String, limit: Int)
  /// A record of a class that there is not.
  case unknownClass(path: String, offset: Int, found: Int)
  /// The list of names does not name ten classes.
  case wrongNames(path: String, found: Int)
  /// What was read makes no data set.
  case dataset(DatasetError)

  /// Whether something is not there, rather than wrong.
  public var isMissingInput: Bool {
    switch self {
    case .content(let error): error.isMissingInput
    case .partial: true
    default: false
    }
  }
}

extension CIFARError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .content(let error): error.description
    case .dataset(let error): error.description
    case .ambiguous(let folder, let names):
      "reading \(PathName.quoted(folder)): expected one file, found "
        + "\(names.joined(separator: " and ")); remove all but one"
    case .partial(let folder, let present, let missing):
      "reading \(PathName.quoted(folder)): \(Self.list(present, verb: "there")), "
        + "\(Self.list(missing, verb: "not")); add what is missing, or give one file alone"
    case .wrongLength(let path, let found):
      "reading \(PathName.quoted(path)): expected records of \(CIFARBatch.recordByteCount) bytes, "
        + "found \(found) bytes, \(Self.remark(found)); get the file again"
    case .tooLong(let path, let limit):
      "reading \(PathName.quoted(path)): expected at most \(limit / CIFARBatch.recordByteCount) "
        + "records of \(CIFARBatch.recordByteCount) bytes, found more; divide the file"
    case .unknownClass(let path, let offset, let found):
      "reading \(PathName.quoted(path)): at byte \(offset): expected a class from 0 to "
        + "\(CIFARBatch.standardLabels.count - 1), found \(found); this is no batch of CIFAR-10, "
        + "give one"
    case .wrongNames(let path, let found):
      "reading \(PathName.quoted(path)): expected \(CIFARBatch.standardLabels.count) different "
        + "names of classes, one a line, found \(found); get the file again or remove it"
    }
  }

  private static func list(_ names: [String], verb: String) -> String {
    "\(names.joined(separator: ", ")) \(names.count == 1 ? "is" : "are") \(verb)"
  }

  private static func remark(_ count: Int) -> String {
    if count == 0 { return "not one record" }
    return count.isMultiple(of: CIFARBatch.recordByteCount + 1)
      ? "which is right for CIFAR-100, not read here"
      : "\(count % CIFARBatch.recordByteCount) too many"
  }
}
