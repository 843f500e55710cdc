// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Makes the bytes of NORB's binary matrices, right and wrong.
package enum NORBBytes {
  /// A file of that shape, whatever the values are; dimensions past those given are 1.
  package static func file(
    magic: UInt32, _ shape: [Int32], _ values: [UInt8], count: Int32? = nil
  ) -> [UInt8] {
    let dimensions = shape + [Int32](repeating: 1, count: max(0, 3 - shape.count))
    let numbers =
      [magic, UInt32(bitPattern: count ?? Int32(shape.count))]
      + dimensions.map { UInt32(bitPattern: $0) }
    return numbers.flatMap(little) + values
  }

  /// Pairs whose left image is grey `10 · row`, and the right one 100 more.
  package static func pairs(_ count: Int, side: Int = 32) -> [UInt8] {
    let values = (0..<count).flatMap { row in
      [10 * row, 10 * row + 100].flatMap { [UInt8](repeating: UInt8($0), count: side * side) }
    }
    return file(magic: 0x1E3D_4C55, [Int32(count), 2, Int32(side), Int32(side)], values)
  }

  /// Categories, one a pair.
  package static func categories(_ values: [Int32]) -> [UInt8] {
    file(
      magic: 0x1E3D_4C54, [Int32(values.count)], values.flatMap { little(UInt32(bitPattern: $0)) })
  }

  private static func little(_ number: UInt32) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
