// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Small images whose class is the quadrant that is bright: data that a few steps learn.
package enum QuadrantFolder {
  /// Writes IDX files with a training part, and a test part unless `testCount` is 0.
  ///
  /// - Parameters:
  ///   - name: The folder to make inside `scratch`.
  ///   - side: Pixels along an edge, even.
  /// - Returns: The folder's path.
  @discardableResult
  package static func write(
    in scratch: ScratchFolder, _ name: String = "quadrants", trainCount: Int = 80,
    testCount: Int = 24, side: Int = 6
  ) throws -> String {
    let path = try scratch.folder(name)
    for (part, count) in [("train", trainCount), ("t10k", testCount)] where count > 0 {
      let classes = (0..<count).map { UInt8($0 * 7 / 3 % 4) }
      var noise = UInt32(part.utf8.count)
      var pixels: [UInt8] = []
      for label in classes { pixels += image(of: label, side: side, noise: &noise) }
      let shape = [count, side, side].map { UInt32($0) }
      try scratch.write(
        IDXBytes.file(shape, pixels), "\(name)/\(part)-images-idx3-ubyte")
      try scratch.write(IDXBytes.labels(classes), "\(name)/\(part)-labels-idx1-ubyte")
    }
    return path
  }

  private static func image(of label: UInt8, side: Int, noise: inout UInt32) -> [UInt8] {
    (0..<side * side).map { pixel in
      let (row, column) = (pixel / side, pixel % side)
      let quadrant = (row < side / 2 ? 0 : 2) + (column < side / 2 ? 0 : 1)
      noise = noise &* 1_664_525 &+ 1_013_904_223
      return UInt8(noise >> 25) + (quadrant == Int(label) ? 128 : 0)
    }
  }
}
