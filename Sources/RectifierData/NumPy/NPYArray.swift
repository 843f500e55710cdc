// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

/// An array as it is stored, with what its header says.
package struct NPYArray: Sendable {
  /// What messages call the file, or the member of an archive.
  package let place: String
  let header: NPYHeader
  private let bytes: [UInt8]
  /// Where the values begin.
  private let start: Int

  /// Reads a file, plain or compressed by gzip.
  static func read(_ path: String) throws(NumPyError) -> NPYArray {
    let place = PathName.quoted(path)
    do {
      let content = try StoredContent(path: path, doing: "reading an array")
      var head = try content.next(NPYHeader.prefixByteCount)
      let range = try NPYHeader.textRange(head, place: place)
      head += try content.next(max(0, range.upperBound - head.count))
      let header = try header(head, range, place: place)
      let rest = try content.rest(limit: header.contentByteCount)
      return try NPYArray(
        place: place, header: header, bytes: rest ?? [], start: 0, found: rest?.count)
    } catch let error as StoredContentError {
      throw .content(error)
    } catch let error as NumPyError {
      throw error
    } catch { fatalError("array: \(error)") }
  }

  /// An array whose file is in memory.
  package init(_ file: [UInt8], place: String) throws(NumPyError) {
    let range = try NPYHeader.textRange(
      Array(file.prefix(NPYHeader.prefixByteCount)), place: place)
    let header = try Self.header(file, range, place: place)
    try self.init(
      place: place, header: header, bytes: file, start: range.upperBound,
      found: file.count - range.upperBound)
  }

  private init(
    place: String, header: NPYHeader, bytes: [UInt8], start: Int, found: Int?
  ) throws(NumPyError) {
    guard found == header.contentByteCount else {
      throw .wrongLength(
        place: place, shape: header.shape, expected: header.contentByteCount, found: found)
    }
    self.place = place
    self.header = header
    self.bytes = bytes
    self.start = start
  }

  private static func header(
    _ bytes: [UInt8], _ range: Range<Int>, place: String
  ) throws(NumPyError) -> NPYHeader {
    guard bytes.count >= range.upperBound else {
      throw .truncatedHeader(place: place, found: bytes.count)
    }
    return try NPYHeader(text: Array(bytes[range]), start: range.lowerBound, place: place)
  }

  /// Extents, the slowest index first.
  package var shape: [Int] { header.shape }

  /// Whether the values are floating-point numbers.
  package var hasReals: Bool { !header.element.isWhole }

  /// How many rows the array is: its first extent.
  var rowCount: Int { header.shape.first ?? 0 }

  /// How many numbers a row is.
  var columnCount: Int { header.shape.dropFirst().reduce(1, *) }

  /// Calls `body` with each row and column, in order, and where the number lies in the bytes.
  private func forEach(_ body: (_ row: Int, _ column: Int, _ offset: Int) -> Void) {
    let size = header.element.byteCount
    let (rowCount, columnCount) = (rowCount, columnCount)
    guard header.isFortranOrder else {
      var offset = start
      for row in 0..<rowCount {
        for column in 0..<columnCount {
          body(row, column, offset)
          offset += size
        }
      }
      return
    }
    let places = fortranPlaces
    for row in 0..<rowCount {
      for column in 0..<columnCount { body(row, column, start + (row + places[column]) * size) }
    }
  }

  /// How many numbers lie before the first row's number of each column, where the first index runs
  /// fastest.
  private var fortranPlaces: [Int] {
    let extents = Array(header.shape.dropFirst())
    return (0..<columnCount).map { column in
      var (rest, stride, place) = (column, columnCount * rowCount, 0)
      for extent in extents.reversed() {
        stride /= extent
        place += rest % extent * stride
        rest /= extent
      }
      return place
    }
  }

  /// All values in row-major order, those of 64 bits rounded once.
  package func floats() -> [Float] {
    if shape.contains(0) { return [] }
    var floats: [Float] = []
    let (element, start) = (header.element, start)
    bytes.withUnsafeBytes { bytes in
      if shape.isEmpty { floats.append(element.float(bytes, at: start)) }
      forEach { _, _, offset in floats.append(element.float(bytes, at: offset)) }
    }
    return floats
  }

  /// The bytes that a vector of bytes holds; nil for another array.
  package var bytesOfVector: [UInt8]? {
    header.element.isByte && shape.count == 1 ? byteRows() : nil
  }

  /// The bytes of all rows, for arrays of bytes.
  func byteRows() -> [UInt8] {
    var rows = [UInt8](repeating: 0, count: rowCount * columnCount)
    let columnCount = columnCount
    forEach { row, column, offset in rows[row * columnCount + column] = bytes[offset] }
    return rows
  }

  /// All rows as numbers.
  func matrix() -> Matrix {
    var matrix = Matrix(rowCount: rowCount, columnCount: columnCount)
    let (stride, element) = (matrix.stride, header.element)
    bytes.withUnsafeBytes { bytes in
      matrix.withUnsafeMutablePointer { target in
        forEach { row, column, offset in
          target[row * stride + column] = element.float(bytes, at: offset)
        }
      }
    }
    return matrix
  }

  /// The first number of each row, for arrays of whole numbers; nil for one that 64 bits do not hold.
  func wholes() -> [Int64?] {
    let element = header.element
    var wholes: [Int64?] = []
    bytes.withUnsafeBytes { bytes in
      forEach { _, column, offset in
        if column == 0 { wholes.append(element.whole(bytes, at: offset)) }
      }
    }
    return wholes
  }
}
