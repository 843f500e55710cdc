// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Gives the lines of a file of texts.
struct TextLineReader {
  /// The file.
  let path: String
  private let stream: LineStream
  private let replacesInvalidUTF8: Bool

  /// Opens a file.
  init(_ source: ContentSource, replacesInvalidUTF8: Bool) throws(TextFileError) {
    path = source.path
    self.replacesInvalidUTF8 = replacesInvalidUTF8
    do throws(StoredContentError) {
      stream = try LineStream(source, doing: "reading texts")
    } catch { throw .content(error) }
  }

  /// The number of the line given last, from 1.
  var number: Int { stream.number }

  /// Where in the content that line begins, in bytes.
  var offset: Int { stream.offset }

  /// How far the content has been given, in bytes.
  var givenByteCount: Int { stream.givenByteCount }

  /// The bytes of the next line, UTF-8 unless that is to be repaired; nil where there is none.
  func next() throws(TextFileError) -> UnsafeBufferPointer<UInt8>? {
    let line: UnsafeBufferPointer<UInt8>?
    do throws(LineStream.Failure) {
      line = try stream.next()
    } catch {
      switch error {
      case .content(let error): throw .content(error)
      case .longLine: throw .longLine(path: path, line: number)
      }
    }
    guard let line else { return nil }
    guard number <= Int(Int32.max) else { throw .tooManyLines(path: path) }
    if !replacesInvalidUTF8 { try checkUTF8(line) }
    return line
  }

  private func checkUTF8(_ line: UnsafeBufferPointer<UInt8>) throws(TextFileError) {
    guard let place = InvalidUTF8.place(in: line) else { return }
    throw .invalidUTF8(path: path, line: number, byte: offset + place, found: line[place])
  }
}
