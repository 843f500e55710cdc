// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What can be wrong with IDX files. Offsets count bytes of the inflated content.
public enum IDXError: Error, Equatable, Sendable {
  /// The file cannot be had at all.
  case file(FileError)
  /// The compression is damaged.
  case gzip(GzipError)
  /// The folder holds no file with one of the known names.
  case noFiles(folder: String)
  /// The folder holds several files for the same purpose, as `x` and `x.gz`.
  case ambiguous(folder: String, names: [String])
  /// The folder holds `present` without the file that belongs to it.
  case missingPartner(folder: String, present: String, missing: String)
  /// The file ends inside its header.
  case truncatedHeader(path: String, role: IDXRole, expected: Int, found: Int)
  /// The first two bytes are not zero.
  case wrongMagic(path: String, role: IDXRole, found: [UInt8])
  /// The third byte is no type code.
  case unknownElement(path: String, code: UInt8)
  /// The type is known and cannot play the role.
  case wrongElement(path: String, role: IDXRole, found: IDXElement)
  /// The number of dimensions does not fit the role.
  case wrongDimensionCount(path: String, role: IDXRole, found: Int)
  /// Labels where images are expected, or the other way round.
  case swapped(path: String, role: IDXRole)
  /// A dimension is zero; dimension 0 counts the rows.
  case emptyDimension(path: String, dimension: Int)
  /// The header claims more than any file can hold, or more rows than 32 bits can number.
  case tooLarge(path: String, shape: [Int])
  /// The content is shorter or longer than the header says; `found` is nil where inflation stopped
  /// one byte past the claim.
  case wrongLength(path: String, shape: [Int], expected: Int, found: Int?)
  /// Images and labels count different rows.
  case countsDiffer(imagesPath: String, imageCount: Int, labelsPath: String, labelCount: Int)
  /// Images of another size than those of the training part.
  case imageSizeDiffers(path: String, found: [Int], trainingPath: String, expected: [Int])
  /// A label that the training part does not know.
  case unknownClass(
    path: String, offset: Int, found: Int, classCount: Int, trainingPath: String)
  /// What was read makes no data set.
  case dataset(DatasetError)

  /// Whether something is not there, rather than wrong.
  public var isMissingInput: Bool {
    switch self {
    case .file(.notFound), .file(.notAFile), .missingPartner: true
    default: false
    }
  }
}

extension IDXError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .gzip(let error): error.description
    case .dataset(let error): error.description
    case .noFiles, .ambiguous, .missingPartner: folderDescription
    case .countsDiffer, .imageSizeDiffers, .unknownClass: partnerDescription
    default: contentDescription
    }
  }

  private var folderDescription: String {
    switch self {
    case .noFiles(let folder):
      "reading \(PathName.quoted(folder)): expected files named as in \(IDXFolder.examples), "
        + "or folders of pictures, one a class, found neither; give a folder that holds them"
    case .ambiguous(let folder, let names):
      "reading \(PathName.quoted(folder)): expected one file, found "
        + "\(names.joined(separator: " and ")); remove all but one"
    case .missingPartner(let folder, let present, let missing):
      "reading \(PathName.quoted(folder)): \(present) is there, \(missing) is not; add it"
    default: ""
    }
  }

  private var partnerDescription: String {
    switch self {
    case .countsDiffer(let imagesPath, let imageCount, let labelsPath, let labelCount):
      "reading \(PathName.quoted(labelsPath)): at byte 4: expected \(imageCount) labels as "
        + "\(PathName.quoted(imagesPath)) has images, found \(labelCount); "
        + "check that the files belong together"
    case .imageSizeDiffers(let path, let found, let trainingPath, let expected):
      "reading \(PathName.quoted(path)): at byte 8: expected images of \(shown(expected)) as in "
        + "\(PathName.quoted(trainingPath)), found \(shown(found)); "
        + "check that the files belong together"
    case .unknownClass(let path, let offset, let found, let classCount, let trainingPath):
      "reading \(PathName.quoted(path)): at byte \(offset): expected a label from 0 to "
        + "\(classCount - 1) as in \(PathName.quoted(trainingPath)), found \(found); "
        + "check that the files belong together"
    default: ""
    }
  }

  private var contentDescription: String {
    switch self {
    case .truncatedHeader(let path, let role, let expected, let found):
      "\(reading(role, path)): expected a header of at least \(expected) bytes, "
        + "found \(found); get the file again"
    case .wrongMagic(let path, let role, let found):
      "\(reading(role, path)): at byte 0: expected 00 00, found \(hexadecimal(found)); "
        + "this is no IDX file, give one"
    case .unknownElement(let path, let code):
      "reading \(PathName.quoted(path)): at byte 2: expected a type code (08, 09, 0b, 0c, 0d or "
        + "0e), found \(hexadecimal([code])); this is no IDX file, give one"
    case .wrongElement(let path, let role, let found):
      "\(reading(role, path)): at byte 2: expected 8-bit unsigned numbers, found \(found) ones; "
        + "convert the file"
    case .wrongDimensionCount(let path, let role, let found):
      "\(reading(role, path)): at byte 3: expected \(role.expectedDimensions), found \(found); "
        + "convert the file"
    case .swapped(let path, let role):
      "\(reading(role, path)): at byte 3: expected \(role.rawValue) "
        + "(\(role.expectedDimensions)), found \(role.opposite.rawValue) "
        + "(\(role.opposite.expectedDimensions)); the files may be swapped, check their names"
    case .emptyDimension(let path, let dimension):
      "reading \(PathName.quoted(path)): at byte \(4 + 4 * dimension): expected at least 1 "
        + "\(dimension == 0 ? "row" : "value in dimension \(dimension)"), found 0; "
        + "choose other data"
    case .tooLarge(let path, let shape):
      "reading \(PathName.quoted(path)): at byte 4: expected fewer than 2147483648 rows and a size "
        + "that a file can have, found \(shown(shape)); get the file again"
    case .wrongLength(let path, let shape, let expected, let found):
      "reading \(PathName.quoted(path)): the header says \(shown(shape)): expected \(expected) "
        + "bytes in all, found \(found.map { "\($0)" } ?? "more"); get the file again"
    default: ""
    }
  }

  private func reading(_ role: IDXRole, _ path: String) -> String {
    "reading \(role.rawValue) from \(PathName.quoted(path))"
  }

  private func shown(_ shape: [Int]) -> String {
    shape.map { "\($0)" }.joined(separator: "×")
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
  }
}
