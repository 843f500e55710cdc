// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What can be wrong with a file of texts. Lines count from 1, bytes from 0 in the content as it is
/// once inflated.
public enum TextFileError: Error, Equatable, Sendable {
  /// The file cannot be had, or its compression is damaged.
  case content(StoredContentError)
  /// There is no line, or none that is more than blank where blank ones do not count.
  case noTexts(path: String)
  /// A line of more bytes than any text has.
  case longLine(path: String, line: Int)
  /// Rows are numbered with 32 bits.
  case tooManyLines(path: String)
  /// A byte that does not go on as UTF-8 has to.
  case invalidUTF8(path: String, line: Int, byte: Int, found: UInt8)
  /// `__label__` with nothing behind it.
  case emptyLabel(path: String, line: Int, byte: Int)

  /// Whether something is not there, rather than wrong.
  public var isMissingInput: Bool {
    if case .content(let error) = self { error.isMissingInput } else { false }
  }
}

extension TextFileError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .content(let error): error.description
    case .noTexts(let path):
      "reading \(PathName.quoted(path)): expected a text on each line, found none; "
        + "get the file again"
    case .longLine(let path, let line):
      "reading \(PathName.quoted(path)): line \(line): expected a line of at most "
        + "\(LineStream.lineByteLimit) bytes, found more; check the ends of the lines"
    case .tooManyLines(let path):
      "reading \(PathName.quoted(path)): expected at most \(Int32.max) lines, found more; "
        + "split the file"
    case .invalidUTF8(let path, let line, let byte, let found):
      "reading \(PathName.quoted(path)): line \(line), byte \(byte): expected UTF-8, found byte "
        + "0x\(String(found, radix: 16)) out of place; convert the file, or have such bytes "
        + "replaced"
    case .emptyLabel(let path, let line, let byte):
      "reading \(PathName.quoted(path)): line \(line), byte \(byte): expected a label as in "
        + "\(FastTextFile.labelPrefix)good, found nothing behind \(FastTextFile.labelPrefix); "
        + "name the label"
    }
  }
}
