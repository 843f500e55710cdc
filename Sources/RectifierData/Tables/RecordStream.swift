// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Gives the records of a file of separated values one after another; of the content no more lies in
/// memory than a record and a chunk.
///
/// Lines without any character are no records, and a byte order mark is skipped.
final class RecordStream {
  /// The most bytes that a record may have.
  static let recordByteLimit = 1 << 24

  /// What errors call the content.
  let path: String
  /// The line on which the record begins, from 1.
  private(set) var line = 1
  /// The bytes that the fields are places in; valid until the next record is asked for.
  private(set) var bytes: UnsafeMutablePointer<UInt8>

  private let content: StoredContent
  private let replacesInvalidUTF8: Bool
  private var scanner: RecordScanner
  private let chunkByteCount: Int
  private var capacity: Int
  private var count = 0
  private var position = 0
  private var byteOffset = 0
  private var nextLine = 1
  private var isLast = false

  /// Opens the content, of which `chunkByteCount` bytes are read at a time.
  init(
    _ source: ContentSource, options: TableOptions, chunkByteCount: Int = 1 << 18
  ) throws(TableError) {
    path = source.path
    do throws(StoredContentError) {
      content = try source.open(doing: "reading a table")
    } catch { throw .content(error) }
    replacesInvalidUTF8 = options.replacesInvalidUTF8
    self.chunkByteCount = chunkByteCount
    // What comes first is to hold a byte order mark and enough of a line to find the separator.
    capacity = max(chunkByteCount, 1 << 12)
    bytes = .allocate(capacity: capacity + 1)
    scanner = RecordScanner(separator: .lineFeed)
    try fill()
    try skipByteOrderMark()
    let start = UnsafeBufferPointer(start: bytes + position, count: count - position)
    scanner = RecordScanner(separator: Separator.of(start, path: path, options: options))
  }

  deinit { bytes.deallocate() }

  /// How far the content has been given, in bytes.
  var givenByteCount: Int { byteOffset + position }

  /// The fields of the record.
  var fields: [Field] { scanner.fields }

  /// Steps to the next record; false where there is none.
  func next() throws(TableError) -> Bool {
    while true {
      line = nextLine
      switch scanner.scan(bytes, from: position, to: count, isLast: isLast) {
      case .record(let end):
        if end - position > Self.recordByteLimit { throw .longRow(path: path, line: line) }
        nextLine += scanner.innerLineBreakCount + 1
        if scanner.hasHighBytes, !replacesInvalidUTF8 { try checkUTF8(to: end) }
        position = end
        let isBlank =
          fields.count == 1 && fields[0].start == fields[0].end && fields[0].form == .plain
        if !isBlank { return true }
      case .incomplete: try fill()
      case .finished: return false
      case .fault(let fault, let place): throw error(fault, at: place)
      }
    }
  }

  /// The bytes of a field; spaces around one that is not in quotes are left out.
  @inline(__always)
  func cell(_ field: Field) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (Int(field.start), Int(field.end))
    if field.form == .plain {
      while start < end, bytes[start] == 0x20 { start += 1 }
      while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    }
    return UnsafeBufferPointer(start: bytes + start, count: end - start)
  }

  /// The text of a field as it stands between separators or quotes.
  func text(_ field: Field) -> String {
    let whole = UnsafeBufferPointer(
      start: bytes + Int(field.start), count: Int(field.end - field.start))
    return Self.text(whole, form: field.form)
  }

  /// The word of a field, without spaces around it unless it is in quotes.
  func word(_ field: Field) -> String { Self.text(cell(field), form: field.form) }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, form: Field.Form) -> String {
    guard form == .doubled else { return String(decoding: bytes, as: UTF8.self) }
    var single: [UInt8] = []
    single.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      single.append(bytes[position])
      position += bytes[position] == .quote ? 2 : 1
    }
    return String(decoding: single, as: UTF8.self)
  }
}

extension RecordStream {
  /// Moves what is left to the front and reads on behind it.
  private func fill() throws(TableError) {
    let left = count - position
    if left > Self.recordByteLimit { throw .longRow(path: path, line: line) }
    // As much again as there is, but no more than shows that the record is too long.
    let more = max(chunkByteCount, min(left, Self.recordByteLimit + 1 - left))
    let wanted = count == 0 ? capacity : more
    let chunk: [UInt8]
    do throws(StoredContentError) {
      chunk = try content.next(wanted)
    } catch { throw .content(error) }
    if left + wanted > capacity {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: left + wanted + 1)
      larger.update(from: bytes + position, count: left)
      bytes.deallocate()
      bytes = larger
      capacity = left + wanted
    } else {
      bytes.update(from: bytes + position, count: left)
    }
    chunk.withUnsafeBufferPointer { chunk in
      if let base = chunk.baseAddress { (bytes + left).update(from: base, count: chunk.count) }
    }
    byteOffset += position
    position = 0
    count = left + chunk.count
    isLast = chunk.count < wanted
    bytes[count] = .lineFeed
  }

  private func skipByteOrderMark() throws(TableError) {
    let start = (0..<min(count, 3)).map { bytes[$0] }
    if start == [0xEF, 0xBB, 0xBF] { position = 3 }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      throw .utf16(path: path)
    }
  }

  private func checkUTF8(to end: Int) throws(TableError) {
    let record = UnsafeBufferPointer(start: bytes + position, count: end - position)
    guard let fault = InvalidUTF8.place(in: record) else { return }
    let place = position + fault
    throw .invalidUTF8(
      path: path, line: line(ofByte: place), byte: byteOffset + place, found: bytes[place])
  }

  private func error(_ fault: RecordScanner.Fault, at place: Int) -> TableError {
    let (line, byte) = (line(ofByte: place), byteOffset + place)
    switch fault {
    case .openQuote: return .openQuote(path: path, line: line, byte: byte)
    case .zeroByte: return .zeroByte(path: path, line: line, byte: byte)
    case .tooManyFields: return .tooManyColumns(path: path, line: line)
    case .textAfterQuote:
      let rest = UnsafeBufferPointer(start: bytes + place, count: min(count - place, 80))
      let found = rest.prefix { $0 != .lineFeed && $0 != .carriageReturn }
      return .textAfterQuote(
        path: path, line: line, byte: byte, found: String(decoding: found, as: UTF8.self))
    }
  }

  /// The line that a byte of the record at hand stands on.
  private func line(ofByte place: Int) -> Int {
    (position..<place).reduce(line) { line, index in
      let isBreak =
        bytes[index] == .lineFeed
        || bytes[index] == .carriageReturn && bytes[index + 1] != .lineFeed
      return isBreak ? line + 1 : line
    }
  }
}
