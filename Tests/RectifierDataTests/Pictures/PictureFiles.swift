// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport

@testable import RectifierData

extension ScratchFolder {
  /// Writes a grey picture of one value, as PGM or, where the name says so, as PNG.
  func writeGrey(
    _ name: String, _ value: UInt8, height: Int = 2, width: Int = 2
  ) throws {
    let pixels = [UInt8](repeating: value, count: height * width)
    try makeFolder(of: name)
    let isPNG = name.hasSuffix(".png")
    try write(
      isPNG
        ? PNG.encode(pixels: pixels, height: height, width: width, channels: 1)
        : Array("P5 \(width) \(height) 255 ".utf8) + pixels, name)
  }

  /// Writes a picture of 2 × 2 pixels of one colour, as PNG.
  func writeColor(_ name: String, _ color: [UInt8]) throws {
    try makeFolder(of: name)
    let pixels = [[UInt8]](repeating: color, count: 4).flatMap { $0 }
    try write(PNG.encode(pixels: pixels, height: 2, width: 2, channels: 3), name)
  }

  /// Writes `count` pictures 0.pgm, 1.pgm… of a class; their greys count up from `start`.
  func writeClass(_ folder: String, _ count: Int, start: UInt8 = 0) throws {
    for index in 0..<count {
      let number = index < 10 ? "0\(index)" : "\(index)"
      try writeGrey("\(folder)/\(number).pgm", start &+ UInt8(index))
    }
  }

  private func makeFolder(of name: String) throws {
    if let slash = name.lastIndex(of: "/") { try folder(String(name[..<slash])) }
  }
}

extension Dataset {
  /// The first feature of each row.
  var firstBytes: [UInt8] {
    guard case .bytes(let rows) = features else { return [] }
    return (0..<rowCount).map { rows.withRow($0) { $0[0] } }
  }

  /// The class of each row.
  var classNumbers: [Int32] {
    guard case .classes(let classes) = targets else { return [] }
    return classes
  }
}
