// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension ScratchFolder {
  /// Writes a picture of bytes as binary PGM.
  package func writePGM(_ name: String, height: Int, width: Int, _ pixels: [UInt8]) throws {
    try write(Array("P5 \(width) \(height) 255 ".utf8) + pixels, name)
  }

  /// Writes class folders `above` and `below`, whose pictures are bright in one half, in sizes that
  /// differ from picture to picture unless a side is given.
  ///
  /// - Returns: The folder's path.
  @discardableResult
  package func writePictureFolder(
    _ name: String = "pictures", count: Int = 30, side: Int? = nil
  ) throws -> String {
    for label in ["above", "below"] {
      try folder("\(name)/\(label)")
      for index in 0..<count {
        let (height, width) = (side ?? 8 + index % 5, side ?? 12 - index % 3)
        let pixels = Self.half(label, height: height, width: width, index)
        try writePGM("\(name)/\(label)/\(index).pgm", height: height, width: width, pixels)
      }
    }
    return file(name)
  }

  /// Pixels that are bright in the half that the label says, never quite the same.
  package static func half(_ label: String, height: Int, width: Int, _ index: Int) -> [UInt8] {
    (0..<height * width).map { pixel in
      let isBright = (pixel / width < height / 2) == (label == "above")
      return UInt8((pixel * 13 + index * 29) % 60) + (isBright ? 190 : 0)
    }
  }
}
