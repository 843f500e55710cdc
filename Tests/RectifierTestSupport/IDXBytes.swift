// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Makes the bytes of IDX files, right and wrong.
package enum IDXBytes {
  /// A file of that shape, whatever the values are.
  package static func file(_ shape: [UInt32], _ values: [UInt8], element: UInt8 = 0x08) -> [UInt8] {
    let dimensions = shape.flatMap { extent in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: extent >> $0) }
    }
    return [0, 0, element, UInt8(shape.count)] + dimensions + values
  }

  /// Images of 2×3 pixels that count up from `start`.
  package static func images(_ count: Int, start: UInt8 = 0) -> [UInt8] {
    file([UInt32(count), 2, 3], (0..<(6 * count)).map { start &+ UInt8(truncatingIfNeeded: $0) })
  }

  /// Labels, one a row.
  package static func labels(_ values: [UInt8]) -> [UInt8] {
    file([UInt32(values.count)], values)
  }
}

extension ScratchFolder {
  /// Writes a training part of four rows and a test part of two.
  package func writeSmallFolder(compressed: Bool = false) throws {
    let files: [(String, [UInt8])] = [
      ("train-images-idx3-ubyte", IDXBytes.images(4)),
      ("train-labels-idx1-ubyte", IDXBytes.labels([0, 2, 1, 2])),
      ("t10k-images-idx3-ubyte", IDXBytes.images(2, start: 100)),
      ("t10k-labels-idx1-ubyte", IDXBytes.labels([1, 0])),
    ]
    for (name, bytes) in files {
      try write(compressed ? Compression.gzip(bytes) : bytes, compressed ? name + ".gz" : name)
    }
  }
}
