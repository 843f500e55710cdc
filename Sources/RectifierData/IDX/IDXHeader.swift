// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The head of an IDX file: `00 00`, a type code, the number of dimensions, and each dimension as
/// 32 bits, most significant byte first.
struct IDXHeader: Equatable, Sendable {
  /// Rows first.
  let shape: [Int]
  /// How long the values are that follow the header.
  let contentByteCount: Int

  /// How many bytes give the length of the header.
  static let fixedByteCount = 4

  var byteCount: Int { Self.fixedByteCount + 4 * shape.count }

  /// How many bytes the dimensions take; `bytes` are the first four.
  ///
  /// Everything that can be judged by these four is, so that a file of another kind is refused
  /// before any more of it is believed.
  static func dimensionByteCount(
    _ bytes: [UInt8], path: String, role: IDXRole
  ) throws(IDXError) -> Int {
    guard bytes.count == fixedByteCount else {
      throw .truncatedHeader(
        path: path, role: role, expected: fixedByteCount, found: bytes.count)
    }
    guard bytes[0] == 0, bytes[1] == 0 else {
      throw .wrongMagic(path: path, role: role, found: Array(bytes[..<2]))
    }
    guard let element = IDXElement(rawValue: bytes[2]) else {
      throw .unknownElement(path: path, code: bytes[2])
    }
    guard element == .unsigned8 else {
      throw .wrongElement(path: path, role: role, found: element)
    }
    let dimensionCount = Int(bytes[3])
    guard role.accepts(dimensionCount: dimensionCount) else {
      if role.opposite.accepts(dimensionCount: dimensionCount) {
        throw .swapped(path: path, role: role)
      }
      throw .wrongDimensionCount(path: path, role: role, found: dimensionCount)
    }
    return 4 * dimensionCount
  }

  /// A header whose first four bytes have been accepted; `bytes` are the dimensions.
  init(dimensions bytes: [UInt8], path: String) throws(IDXError) {
    var shape: [Int] = []
    for start in stride(from: 0, to: bytes.count, by: 4) {
      shape.append(bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) })
    }
    if let dimension = shape.firstIndex(of: 0) {
      throw .emptyDimension(path: path, dimension: dimension)
    }
    var count = 1
    for extent in shape {
      let (product, overflows) = count.multipliedReportingOverflow(by: extent)
      // Half of the range is left, so that adding the header cannot overflow either.
      guard !overflows, product <= Int.max / 2 else { throw .tooLarge(path: path, shape: shape) }
      count = product
    }
    guard shape[0] <= Int(Int32.max) else { throw .tooLarge(path: path, shape: shape) }
    self.shape = shape
    contentByteCount = count
  }
}
