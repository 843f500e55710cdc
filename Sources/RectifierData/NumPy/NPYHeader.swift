// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The head of an NPY file: a magic number, a version, and what the array is, as the text of a
/// Python dictionary.
struct NPYHeader: Equatable, Sendable {
  let element: NPYElement
  /// Whether the first index runs fastest.
  let isFortranOrder: Bool
  let shape: [Int]
  /// How long the values are that follow the header.
  let contentByteCount: Int

  /// How many bytes say how long the header is, in every version.
  static let prefixByteCount = 12
  /// NumPy refuses longer texts too.
  static let textLimit = 10_000

  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// Where the text lies in a file that begins with `prefix`.
  static func textRange(_ prefix: [UInt8], place: String) throws(NumPyError) -> Range<Int> {
    guard prefix.starts(with: magic) else {
      // A file that is cut off inside of the magic number may have been one.
      throw magic.starts(with: prefix)
        ? .truncatedHeader(place: place, found: prefix.count) : .notNPY(place: place)
    }
    guard prefix.count >= prefixByteCount else {
      throw .truncatedHeader(place: place, found: prefix.count)
    }
    let (major, minor) = (Int(prefix[6]), Int(prefix[7]))
    guard (1...3).contains(major), minor == 0 else {
      throw .unknownVersion(place: place, major: major, minor: minor)
    }
    let low = Int(prefix[8]) | Int(prefix[9]) << 8
    let count = major == 1 ? low : low | Int(prefix[10]) << 16 | Int(prefix[11]) << 24
    guard count <= textLimit else { throw .longHeader(place: place, found: count) }
    let start = major == 1 ? prefixByteCount - 2 : prefixByteCount
    return start..<(start + count)
  }

  /// The header that a text means.
  ///
  /// - Parameter start: Where the text lies in the file, for messages.
  init(text: [UInt8], start: Int, place: String) throws(NumPyError) {
    var reader = PythonLiteralReader(text, start: start, place: place)
    var members = try reader.dictionary()
    func take(_ key: String) throws(NumPyError) -> PythonLiteral {
      guard let value = members.removeValue(forKey: key) else {
        throw .wrongHeader(place: place, offset: start, expected: "the key '\(key)'")
      }
      return value
    }
    let (descriptor, order, extents) = (
      try take("descr"), try take("fortran_order"), try take("shape")
    )
    if let other = members.keys.min() {
      throw .wrongHeader(place: place, offset: start, expected: "no key '\(other)'")
    }
    guard case .string(let name) = descriptor, let element = NPYElement(named: name) else {
      throw .wrongElement(place: place, found: descriptor.text)
    }
    guard case .bool(let isFortranOrder) = order else {
      throw .wrongHeader(place: place, offset: start, expected: "True or False as 'fortran_order'")
    }
    guard case .tuple(let shape) = extents else {
      throw .wrongHeader(place: place, offset: start, expected: "a tuple as 'shape'")
    }
    var count = element.byteCount
    for extent in shape {
      let (product, overflows) = count.multipliedReportingOverflow(by: extent)
      guard !overflows, product <= Int.max / 2 else { throw .tooLarge(place: place, shape: shape) }
      count = product
    }
    self.element = element
    self.isFortranOrder = isFortranOrder
    self.shape = shape
    contentByteCount = count
  }
}
