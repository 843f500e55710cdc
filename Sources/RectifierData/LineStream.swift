// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Gives the lines of a file one after another; of the content no more lies in memory than a line
/// and a chunk.
///
/// LF and CRLF end a line, the last needs no end, and a byte order mark is skipped.
final class LineStream {
  /// Why there is no next line.
  enum Failure: Error, Equatable {
    case content(StoredContentError)
    /// A line of more bytes than any has.
    case longLine
  }

  /// The most bytes that a line may have.
  static let lineByteLimit = 1 << 28

  private static let chunkByteCount = 1 << 18

  /// The number of the line given last, from 1; 0 before the first.
  private(set) var number = 0
  /// Where in the content that line begins, in bytes.
  private(set) var offset = 0
  private let content: StoredContent
  private var buffer: UnsafeMutableBufferPointer<UInt8>
  private var position = 0
  private var count = 0
  private var isLast = false
  /// Where in the content the buffer begins.
  private var bufferOffset = 0

  /// Opens the content.
  ///
  /// - Parameter doing: The purpose, for the message: "reading texts".
  init(_ source: ContentSource, doing: String) throws(StoredContentError) {
    content = try source.open(doing: doing)
    buffer = .allocate(capacity: Self.chunkByteCount)
    try fill()
    if buffer[..<count].starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  deinit { buffer.deallocate() }

  /// How far the content has been given, in bytes.
  var givenByteCount: Int { bufferOffset + position }

  /// The next line without its end, valid until the one after it is asked for; nil where there is
  /// none.
  func next() throws(Failure) -> UnsafeBufferPointer<UInt8>? {
    number += 1
    var searched = position
    while true {
      if let end = lineFeed(from: searched) {
        defer { position = end + 1 }
        return line(to: end > position && buffer[end - 1] == 0x0D ? end - 1 : end)
      }
      if isLast { break }
      searched = count - position
      if searched > Self.lineByteLimit { throw .longLine }
      do throws(StoredContentError) { try fill() } catch { throw .content(error) }
    }
    guard position < count else { return nil }
    defer { position = count }
    return line(to: count)
  }

  private func line(to end: Int) -> UnsafeBufferPointer<UInt8> {
    offset = bufferOffset + position
    return UnsafeBufferPointer(rebasing: buffer[position..<end])
  }

  private func lineFeed(from start: Int) -> Int? {
    guard start < count, let base = buffer.baseAddress,
      let found = memchr(base + start, 0x0A, count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Moves what is left to the front and reads on behind it.
  private func fill() throws(StoredContentError) {
    let left = count - position
    let wanted = max(left, Self.chunkByteCount)
    let chunk = try content.next(wanted)
    if left + wanted > buffer.count {
      let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: left + wanted)
      _ = larger.update(fromContentsOf: buffer[position..<count])
      buffer.deallocate()
      buffer = larger
    } else if let base = buffer.baseAddress {
      base.update(from: base + position, count: left)
    }
    _ = buffer[left...].update(fromContentsOf: chunk)
    bufferOffset += position
    (position, count) = (0, left + chunk.count)
    isLast = chunk.count < wanted
  }
}
