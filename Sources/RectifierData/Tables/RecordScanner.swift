// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Finds the fields of one record after another in a buffer (RFC 4180).
///
/// A quote opens a quoted field where it stands first in the field, and is text anywhere else. LF,
/// CRLF and CR end a record.
struct RecordScanner {
  enum Outcome: Equatable {
    /// The record ends before `end`, where the next begins.
    case record(end: Int)
    /// The buffer ends inside a record.
    case incomplete
    /// Nothing is left.
    case finished
    case fault(Fault, at: Int)
  }

  enum Fault: Equatable {
    case openQuote, textAfterQuote, zeroByte, tooManyFields
  }

  /// The most columns that a file may have.
  static let fieldLimit = 100_000

  /// The fields of the record found last.
  private(set) var fields: [Field] = []
  /// Line breaks inside its quotes.
  private(set) var innerLineBreakCount = 0
  /// Whether it holds anything but ASCII.
  private(set) var hasHighBytes = false
  private let separator: UInt8

  init(separator: UInt8) {
    self.separator = separator
  }

  /// Looks for a record from `start` on.
  ///
  /// - Parameters:
  ///   - bytes: The buffer; a newline stands behind its end.
  ///   - end: Where the buffer ends.
  ///   - isLast: Whether the content ends there, too.
  mutating func scan(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, isLast: Bool
  ) -> Outcome {
    fields.removeAll(keepingCapacity: true)
    innerLineBreakCount = 0
    hasHighBytes = false
    if start == end { return isLast ? .finished : .incomplete }
    var position = start
    while true {
      let stop: Int
      if bytes[position] == .quote {
        if let outcome = quotedField(bytes, from: position, to: end, isLast: isLast) {
          return outcome
        }
        stop = Int(fields[fields.count - 1].end) + 1
      } else {
        stop = plainField(bytes, from: position)
      }
      if fields.count > Self.fieldLimit { return .fault(.tooManyFields, at: position) }
      if stop < end, bytes[stop] == separator {
        position = stop + 1
      } else {
        return ending(bytes, at: stop, to: end, isLast: isLast)
      }
    }
  }

  /// Adds the field that begins at `start`; returns where the byte behind it is.
  @inline(__always)
  private mutating func plainField(_ bytes: UnsafePointer<UInt8>, from start: Int) -> Int {
    var stop = start
    while true {
      let byte = bytes[stop]
      if byte == separator || byte == .lineFeed || byte == .carriageReturn || byte == 0 { break }
      if byte >= 0x80 { hasHighBytes = true }
      stop += 1
    }
    fields.append(Field(start: Int32(start), end: Int32(stop), form: .plain))
    return stop
  }

  /// Adds the field whose quote opens at `start`; else says why there is none.
  private mutating func quotedField(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, isLast: Bool
  ) -> Outcome? {
    var position = start + 1
    var form = Field.Form.quoted
    while true {
      let byte = bytes[position]
      if byte == .quote {
        if position + 1 == end, !isLast { return .incomplete }
        if bytes[position + 1] != .quote || position + 1 == end { break }
        form = .doubled
        position += 1
      } else if byte == .lineFeed {
        if position == end { return isLast ? .fault(.openQuote, at: start) : .incomplete }
        innerLineBreakCount += 1
      } else if byte == .carriageReturn {
        if bytes[position + 1] != .lineFeed { innerLineBreakCount += 1 }
      } else if byte == 0 {
        return .fault(.zeroByte, at: position)
      } else if byte >= 0x80 {
        hasHighBytes = true
      }
      position += 1
    }
    fields.append(Field(start: Int32(start + 1), end: Int32(position), form: form))
    let next = bytes[position + 1]
    if next == separator || next == .lineFeed || next == .carriageReturn { return nil }
    return .fault(next == 0 ? .zeroByte : .textAfterQuote, at: position + 1)
  }

  /// What the byte behind the last field comes to.
  private func ending(
    _ bytes: UnsafePointer<UInt8>, at stop: Int, to end: Int, isLast: Bool
  ) -> Outcome {
    if stop == end { return isLast ? .record(end: end) : .incomplete }
    switch bytes[stop] {
    case .lineFeed: return .record(end: stop + 1)
    case .carriageReturn:
      if stop + 1 == end { return isLast ? .record(end: end) : .incomplete }
      return .record(end: bytes[stop + 1] == .lineFeed ? stop + 2 : stop + 1)
    default: return .fault(.zeroByte, at: stop)
    }
  }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
