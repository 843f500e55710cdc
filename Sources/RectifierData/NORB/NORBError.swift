// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What can be wrong with NORB's binary matrices. Offsets count bytes of the inflated content.
public enum NORBError: Error, Equatable, Sendable {
  /// A file cannot be had, or its compression is damaged.
  case content(StoredContentError)
  /// The folder holds several files for the same purpose, as `x` and `x.gz`.
  case ambiguous(folder: String, names: [String])
  /// The folder holds `present` without the file that belongs to it.
  case missingPartner(folder: String, present: String, missing: String)
  /// The numbered files of a part have a gap.
  case gap(folder: String, present: [String], missing: String)
  /// The file ends inside its header.
  case truncatedHeader(path: String, role: NORBRole, expected: Int, found: Int)
  /// The first four bytes are no magic number.
  case wrongMagic(path: String, found: [UInt8])
  /// The bytes of each number are in reverse order.
  case swapped(path: String)
  /// Numbers of another type than the role needs.
  case wrongElement(path: String, role: NORBRole, found: NORBElement)
  /// Another number of dimensions than the role needs.
  case wrongDimensionCount(path: String, role: NORBRole, found: Int)
  /// Dimensions that no pairs or categories have.
  case wrongShape(path: String, shape: [Int])
  /// The content is shorter or longer than the header says; `found` is nil where that is not known.
  case wrongLength(path: String, shape: [Int], expected: Int, found: Int?)
  /// Pairs and categories count different rows.
  case countsDiffer(
    pairsPath: String, pairCount: Int, categoriesPath: String, categoryCount: Int)
  /// Images of another size than those of the file before.
  case sizeDiffers(path: String, shape: [Int], other: String, expected: [Int])
  /// A category that there is not.
  case unknownClass(path: String, offset: Int, found: Int)
  /// More pairs than 32 bits can number.
  case tooMany(folder: String, count: Int)
  /// What was read makes no data set.
  case dataset(DatasetError)

  /// Whether something is not there, rather than wrong.
  public var isMissingInput: Bool {
    switch self {
    case .content(let error): error.isMissingInput
    case .missingPartner, .gap: true
    default: false
    }
  }
}

extension NORBError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .content(let error): error.description
    case .dataset(let error): error.description
    case .ambiguous, .missingPartner, .gap, .tooMany: folderDescription
    case .countsDiffer, .sizeDiffers, .unknownClass: partnerDescription
    default: contentDescription
    }
  }

  private var folderDescription: String {
    switch self {
    case .ambiguous(let folder, let names):
      "reading \(PathName.quoted(folder)): expected the files of one set, each plain or .gz, found "
        + "\(names.joined(separator: " and ")); keep one of them here"
    case .missingPartner(let folder, let present, let missing):
      "reading \(PathName.quoted(folder)): \(present) is there, \(missing) is not; add it"
    case .gap(let folder, let present, let missing):
      "reading \(PathName.quoted(folder)): \(present.joined(separator: ", ")) "
        + "\(present.count == 1 ? "is" : "are") there, \(missing) is not; "
        + "add it, or leave only the first ones"
    case .tooMany(let folder, let count):
      "reading \(PathName.quoted(folder)): expected at most \(Int32.max) pairs, found \(count); "
        + "get the files again"
    default: ""
    }
  }

  private var partnerDescription: String {
    switch self {
    case .countsDiffer(let pairsPath, let pairCount, let categoriesPath, let categoryCount):
      "reading \(PathName.quoted(categoriesPath)): at byte 8: expected \(pairCount) categories as "
        + "\(PathName.quoted(pairsPath)) has pairs, found \(categoryCount); "
        + "check that the files belong together"
    case .sizeDiffers(let path, let shape, let other, let expected):
      "reading \(PathName.quoted(path)): at byte 16: expected images of "
        + "\(Self.shown(Array(expected[2...]))) as in \(PathName.quoted(other)), found "
        + "\(Self.shown(Array(shape[2...]))); check that the files belong together"
    case .unknownClass(let path, let offset, let found):
      "reading \(PathName.quoted(path)): at byte \(offset): expected a category from 0 to "
        + "\(NORBFolder.labels.count - 1), found \(found); get the file again"
    default: ""
    }
  }

  private var contentDescription: String {
    switch self {
    case .truncatedHeader(let path, let role, let expected, let found):
      "reading \(role.rawValue) from \(PathName.quoted(path)): expected a header of \(expected) "
        + "bytes, found \(found); get the file again"
    case .wrongMagic(let path, let found):
      "reading \(PathName.quoted(path)): at byte 0: expected 51 to 56, then 4c 3d 1e, found "
        + "\(Self.hexadecimal(found)); this is no binary matrix, give one"
    case .swapped(let path):
      "reading \(PathName.quoted(path)): at byte 0: expected the least significant byte first, "
        + "found it last; the file was converted for another machine, get the original"
    case .wrongElement(let path, let role, let found):
      "reading \(role.rawValue) from \(PathName.quoted(path)): at byte 0: expected "
        + "\(role.element) numbers, found \(found) ones; the files may be swapped, check their names"
    case .wrongDimensionCount(let path, let role, let found):
      "reading \(role.rawValue) from \(PathName.quoted(path)): at byte 4: expected "
        + "\(role.dimensionCount) dimensions, found \(found); check the name of the file"
    case .wrongShape(let path, let shape):
      "reading \(PathName.quoted(path)): at byte 8: expected pairs of images with sides from "
        + "\(StereoReduction.side) to \(StereoReduction.sideLimit), found \(Self.shown(shape)); "
        + "get the file again"
    case .wrongLength(let path, let shape, let expected, let found):
      "reading \(PathName.quoted(path)): the header says \(Self.shown(shape)): expected "
        + "\(expected) bytes of values, found \(found.map { "\($0)" } ?? "fewer or more"); "
        + "get the file again"
    default: ""
    }
  }

  private static func shown(_ shape: [Int]) -> String {
    shape.map { "\($0)" }.joined(separator: "×")
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
  }
}
