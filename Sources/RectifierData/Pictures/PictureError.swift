// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What can be wrong with pictures. Offsets count bytes from the file's start, rows and columns
/// count from 0.
public enum PictureError: Error, Equatable, Sendable {
  /// A file or folder cannot be had at all.
  case file(FileError)
  /// The compressed pixels of a PNG are damaged.
  case zlib(ZlibError)
  /// The file opens with the marks of no picture that is read here.
  case unknownFormat(path: String, found: [UInt8])
  /// The file ends at `offset`, inside of `part`.
  case truncated(path: String, offset: Int, part: String)
  /// The checksum of the chunk at `offset` does not match its bytes.
  case wrongChecksum(path: String, offset: Int, chunk: String)
  /// The bytes at `offset` break the rules of the format.
  case malformed(path: String, offset: Int, expected: String, found: String)
  /// The bytes at `offset` ask for what is not read here; `remedy` says what to make of the file.
  case unsupported(path: String, offset: Int, found: String, remedy: String)
  /// The picture is larger than any that is read.
  case tooLarge(path: String, offset: Int, height: Int, width: Int)
  /// A pixel names a colour that the palette does not have; `offset` is where reading stood.
  case paletteIndex(
    path: String, offset: Int, row: Int, column: Int, found: Int, colorCount: Int)
  /// The picture has another size than is needed; `reference` is what has that, as in "the model".
  case sizeDiffers(path: String, found: PictureSize, reference: String, expected: PictureSize)
  /// There are pictures, and nothing says of which class.
  case noClasses(path: String)
  /// There is a single class.
  case oneClass(folder: String, label: String)
  /// The folder of a class has no pictures.
  case noPictures(folder: String)
  /// Something lies where only other things are expected.
  case misplaced(path: String, expected: String, remedy: String)
  /// A class that the training part does not know.
  case unknownClass(folder: String, label: String, trainingFolder: String)
  /// All pictures together take more memory than there may be.
  case exceedsMemory(folder: String, pictureCount: Int, size: PictureSize, limit: Int)
  /// What was read makes no data set.
  case dataset(DatasetError)

  /// Whether something is not there, rather than wrong.
  public var isMissingInput: Bool {
    switch self {
    case .file(.notFound), .file(.notAFile): true
    default: false
    }
  }
}

extension PictureError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .zlib(let error): error.description
    case .dataset(let error): error.description
    case .sizeDiffers, .noClasses, .oneClass, .noPictures, .misplaced, .unknownClass,
      .exceedsMemory:
      folderDescription
    default: contentDescription
    }
  }

  private var contentDescription: String {
    switch self {
    case .unknownFormat(let path, let found):
      "\(reading(path)): at byte 0: expected a PNG, PGM or PPM file, found "
        + "\(found.isEmpty ? "an empty file" : hexadecimal(found)); convert the picture to PNG"
    case .truncated(let path, let offset, let part):
      "\(reading(path)): the file ends at byte \(offset), inside \(part); get the file again"
    case .wrongChecksum(let path, let offset, let chunk):
      "\(reading(path)): at byte \(offset): the checksum of chunk \(chunk) does not match its "
        + "bytes; the file is damaged, get it again"
    case .malformed(let path, let offset, let expected, let found):
      "\(reading(path)): at byte \(offset): expected \(expected), found \(found); "
        + "the file is damaged, get it again"
    case .unsupported(let path, let offset, let found, let remedy):
      "\(reading(path)): at byte \(offset): expected a plain picture of 8 bits a channel, found "
        + "\(found); \(remedy)"
    case .tooLarge(let path, let offset, let height, let width):
      "\(reading(path)): at byte \(offset): expected sides of at most "
        + "\(PictureSize.largestSide) and \(PictureSize.largestArea) pixels in all, found "
        + "\(height)×\(width); scale the picture down"
    case .paletteIndex(let path, let offset, let row, let column, let found, let colorCount):
      "\(reading(path)): at or before byte \(offset): row \(row), column \(column): expected one of "
        + "\(colorCount) colours, found number \(found); the file is damaged, get it again"
    default: ""
    }
  }

  private var folderDescription: String {
    switch self {
    case .sizeDiffers(let path, let found, let reference, let expected):
      "\(reading(path)): expected a size of \(expected) as \(reference) has, found \(found); "
        + (reference == "the model"
          ? "give --resize to bring pictures to the model's size"
          : "give --resize with a size for all, as in --resize 28x28")
    case .noClasses(let path):
      "reading pictures: expected a folder with one folder of pictures for each class, found "
        + "\(PathName.quoted(path)) without any; put the pictures of each class into a folder that "
        + "is called as the class"
    case .oneClass(let folder, let label):
      "reading pictures: expected at least 2 class folders in \(PathName.quoted(folder)), found "
        + "only \(PathName.quoted(label)); add a folder with pictures of another class"
    case .noPictures(let folder):
      "reading pictures: expected PNG, PGM or PPM files in the class folder "
        + "\(PathName.quoted(folder)), found none; put pictures into it or remove it"
    case .misplaced(let path, let expected, let remedy):
      "reading pictures: expected \(expected), found \(PathName.quoted(path)); \(remedy)"
    case .unknownClass(let folder, let label, let trainingFolder):
      "reading pictures: expected the classes of \(PathName.quoted(trainingFolder)), found "
        + "\(PathName.quoted(label)) in \(PathName.quoted(folder)); rename or remove its folder"
    case .exceedsMemory(let folder, let pictureCount, let size, let limit):
      "reading pictures from \(PathName.quoted(folder)): expected at most \(limit) bytes in all, "
        + "found \(pictureCount) pictures of \(size); give --resize with a smaller size"
    default: ""
    }
  }

  private func reading(_ path: String) -> String { "reading picture \(PathName.quoted(path))" }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
  }
}
