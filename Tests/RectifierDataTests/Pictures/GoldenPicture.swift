// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import Testing

@testable import RectifierData

/// One line of Golden/pictures.txt, as Golden/make_pictures.py says: a file that Pillow or
/// ImageMagick wrote, and the pixels that Pillow sees in it.
struct GoldenPicture: CustomTestStringConvertible {
  let kind: String
  let name: String
  let height: Int
  let width: Int
  let channels: Int
  let file: [UInt8]
  let pixels: [UInt8]

  var testDescription: String { name }

  var size: PictureSize? { PictureSize(height: height, width: width) }

  static let all: [GoldenPicture] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/pictures.txt")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else {
      fatalError("cannot read \(path.path)")
    }
    return text.split(separator: "\n").map(GoldenPicture.init)
  }()

  static func of(_ kind: String) -> [GoldenPicture] { all.filter { $0.kind == kind } }

  private init(_ line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    func bytes(_ text: Substring) -> [UInt8] {
      let digits = text.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
      return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
    guard fields.count == 7, let height = Int(fields[2]), let width = Int(fields[3]),
      let channels = Int(fields[4])
    else { fatalError("pictures.txt: \(line.prefix(40))") }
    kind = String(fields[0])
    name = String(fields[1])
    (self.height, self.width, self.channels) = (height, width, channels)
    (file, pixels) = (bytes(fields[5]), bytes(fields[6]))
  }

  /// Reads the file, as `PictureFile` does once its kind is known.
  func decoded() throws(PictureError) -> Picture {
    try Self.decoded(file)
  }

  static func decoded(_ file: [UInt8]) throws(PictureError) -> Picture {
    try file.withUnsafeBufferPointer { (buffer) throws(PictureError) in
      let bytes = UnsafeRawBufferPointer(buffer)
      return try PNG.isPNG(bytes)
        ? PNG.decode(bytes, path: "x.png") : PNM.decode(bytes, path: "x.png")
    }
  }
}
