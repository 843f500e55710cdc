// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Writes arrays as `numpy.save` does: version 1.0, row-major, least significant byte first.
///
/// Source: numpy.org, "numpy.lib.format".
package enum NPYFile {
  /// Values start at a multiple of this.
  private static let alignment = 64

  /// Numbers of 32 bits, `<f4`.
  ///
  /// - Precondition: `values` has as many elements as `shape` says.
  package static func encode(_ values: [Float], shape: [Int]) -> [UInt8] {
    guard values.count == shape.reduce(1, *) else {
      fatalError("array: \(values.count) values for shape \(shape)")
    }
    var bytes = header("<f4", shape: shape)
    bytes.reserveCapacity(bytes.count + 4 * values.count)
    for value in values { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 } }
    return bytes
  }

  /// A vector of bytes, `|u1`.
  package static func encode(_ values: [UInt8]) -> [UInt8] {
    header("|u1", shape: [values.count]) + values
  }

  private static func header(_ element: String, shape: [Int]) -> [UInt8] {
    let extents = shape.map { "\($0)" }.joined(separator: ", ") + (shape.count == 1 ? "," : "")
    let text = "{'descr': '\(element)', 'fortran_order': False, 'shape': (\(extents)), }"
    let prefix = NPYHeader.magic + [1, 0]
    let unpadded = prefix.count + 2 + text.utf8.count + 1
    let padding = (alignment - unpadded % alignment) % alignment
    let count = text.utf8.count + padding + 1
    return prefix + [UInt8(count & 0xFF), UInt8(count >> 8)] + Array(text.utf8)
      + [UInt8](repeating: UInt8(ascii: " "), count: padding) + [UInt8(ascii: "\n")]
  }
}
