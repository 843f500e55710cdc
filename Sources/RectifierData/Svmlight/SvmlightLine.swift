// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Reads one line of a svmlight file.
struct SvmlightLine {
  /// What is wrong with a piece of the line.
  struct Failure: Error {
    let fault: SvmlightError.Fault
    let place: Range<Int>
  }

  /// The line, without its end.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the line or its comment ends.
  private let end: Int
  private var position = 0
  /// Where the piece read last lies.
  private var place = 0..<0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    end = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
  }

  /// Whether there is nothing but blanks and a comment.
  var isBlank: Bool { bytes[..<end].allSatisfy(Self.isSpace) }

  /// What is wrong with the piece read last.
  func failure(_ fault: SvmlightError.Fault) -> Failure { Failure(fault: fault, place: place) }

  /// Reads the labels, and the query where there is one.
  mutating func readLabels(_ body: (Float) -> Void) throws(Failure) {
    let labels = position..<pieceEnd(from: position)
    position = labels.upperBound
    let isOne = !bytes[labels].contains(UInt8(ascii: ","))
    var start = labels.lowerBound
    while true {
      let stop = bytes[start..<labels.upperBound].firstIndex(of: UInt8(ascii: ","))
      place = start..<(stop ?? labels.upperBound)
      body(try label(isOne: isOne))
      guard let stop else { break }
      start = stop + 1
    }
    skipSpace()
    if isQuery(at: position) { try readQuery() }
  }

  /// The next entry, nil where there is none.
  ///
  /// - Complexity: O(bytes of the entry).
  @inline(__always)
  mutating func nextEntry() throws(Failure) -> (index: Int, value: Float)? {
    skipSpace()
    guard position < end else { return nil }
    let start = position
    var index = 0
    while position < end, bytes[position] &- 0x30 < 10 {
      index = min(index * 10 + Int(bytes[position] &- 0x30), 1 << 40)
      position += 1
    }
    guard position > start, position < end, bytes[position] == UInt8(ascii: ":") else {
      throw wrongEntry(from: start)
    }
    place = start..<position
    if index > SvmlightRows.indexLimit { throw failure(.largeIndex) }
    let stop = pieceEnd(from: position + 1)
    let value = try value(position + 1..<stop)
    position = stop
    return (index, value)
  }

  /// The number in a place; the index before it stays the piece read last.
  @inline(__always)
  private mutating func value(_ range: Range<Int>) throws(Failure) -> Float {
    if range.count == 1, bytes[range.lowerBound] &- 0x30 < 10 {
      return Float(bytes[range.lowerBound] &- 0x30)
    }
    if range.isEmpty {
      place = place.lowerBound..<range.upperBound
      throw failure(.missingValue)
    }
    let piece = UnsafeBufferPointer(rebasing: bytes[range])
    guard let value = DecimalNumber.float(piece) else {
      place = range
      throw failure(Self.isNamed(piece) ? .notFinite : .wrongValue)
    }
    guard value.isFinite else {
      place = range
      throw failure(.notFinite)
    }
    return value.magnitude < Float.leastNormalMagnitude ? 0 : value
  }
}

extension SvmlightLine {
  /// The number of the label that is the piece read last.
  private func label(isOne: Bool) throws(Failure) -> Float {
    if place.isEmpty { throw failure(.emptyLabel) }
    guard let label = DecimalNumber.float(UnsafeBufferPointer(rebasing: bytes[place])),
      label.isFinite
    else { throw failure(.wrongLabel) }
    // Numbers of more digits than these are not told apart.
    if !isOne, label != label.rounded() || label.magnitude > 0x1p24 {
      throw failure(.labelNotWhole)
    }
    return label == 0 ? 0 : label
  }

  private func isQuery(at start: Int) -> Bool {
    bytes[start..<end].starts(with: "qid:".utf8)
  }

  private mutating func readQuery() throws(Failure) {
    place = position..<pieceEnd(from: position)
    position = place.upperBound
    let number = bytes[place].dropFirst(4)
    guard !number.isEmpty, number.allSatisfy({ $0 &- 0x30 < 10 }) else {
      throw failure(.wrongQuery)
    }
  }

  /// What is wrong with an entry whose index is not followed by a colon.
  private func wrongEntry(from start: Int) -> Failure {
    let piece = start..<pieceEnd(from: start)
    if isQuery(at: start) { return Failure(fault: .misplacedQuery, place: piece) }
    guard let colon = bytes[piece].firstIndex(of: UInt8(ascii: ":")) else {
      return Failure(fault: .noColon, place: piece)
    }
    return Failure(fault: .wrongIndex, place: colon == start ? piece : start..<colon)
  }

  /// Whether a number is one that has only a name.
  private static func isNamed(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    let sign = piece.first == UInt8(ascii: "-") || piece.first == UInt8(ascii: "+")
    let name = String(decoding: piece.dropFirst(sign ? 1 : 0), as: UTF8.self).lowercased()
    return ["inf", "infinity", "nan"].contains(name)
  }

  @inline(__always)
  private mutating func skipSpace() {
    while position < end, Self.isSpace(bytes[position]) { position += 1 }
  }

  @inline(__always)
  private func pieceEnd(from start: Int) -> Int {
    var position = start
    while position < end, !Self.isSpace(bytes[position]) { position += 1 }
    return position
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
