// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import RectifierFiles

/// Where results go. Unlike `print`, it notices when nobody can read them.
enum StandardOutput {
  /// Writes all of the text.
  ///
  /// - Throws: `StandardOutputError.closed` when the reader has gone, `.failed` otherwise.
  static func write(_ text: String) throws(StandardOutputError) {
    guard let code = writeAll(text, to: STDOUT_FILENO) else { return }
    throw code == EPIPE ? .closed : .failed(reason: String(cString: strerror(code)))
  }

  static func writeLine(_ text: String) throws(StandardOutputError) {
    try write(text + "\n")
  }

  /// Writes all of the lines at once.
  static func writeLines(_ lines: [String]) throws(StandardOutputError) {
    try write(lines.map { $0 + "\n" }.joined())
  }

  /// Writes a document for programs, indented for people; numbers that are not finite are null.
  static func writeDocument(_ document: JSONValue) throws {
    try writeLine(document.text(.indented, nonFinite: .null))
  }
}

/// Why results could not be written.
enum StandardOutputError: Error, Equatable, CustomStringConvertible {
  /// The reader of the pipe has gone; nothing is said about it.
  case closed
  case failed(reason: String)

  var description: String {
    switch self {
    case .closed: "writing results: standard output is closed"
    case .failed(let reason): "writing results to standard output: \(reason)"
    }
  }
}

/// Writes to a descriptor until everything is out; answers with the error number if one stopped it.
func writeAll(_ text: String, to descriptor: Int32) -> Int32? {
  var text = text
  return text.withUTF8 { bytes in
    var offset = 0
    while offset < bytes.count {
      let count = write(descriptor, bytes.baseAddress! + offset, bytes.count - offset)
      if count >= 0 {
        offset += count
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
