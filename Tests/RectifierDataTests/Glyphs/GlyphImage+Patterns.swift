// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

@testable import RectifierData

extension GlyphImage {
  /// Uneven ink with an empty corner; the same as in Golden/modules_golden.py.
  static var pattern: GlyphImage {
    GlyphImage { row, column in
      if column < 10, row > 24 { return 0 }
      return Float((column * 7 + row * 13 + column * row * 3) % 256) / 255
    }
  }

  /// A letter as it is before all perturbations.
  static func letter(_ number: Int = 0) -> GlyphImage {
    let image = GlyphImage()
    var stream = Seed(1).stream("letter", epoch: number)
    Letterforms.draw(label: number % Letterforms.labels.count, from: &stream, into: image)
    return image
  }

  /// A picture from the ink of each pixel.
  convenience init(_ ink: (_ row: Int, _ column: Int) -> Float) {
    self.init()
    for index in 0..<Self.count { pixels[index] = ink(index / Self.side, index % Self.side) }
  }

  /// A copy of the ink, made before an image that nothing else names is given back.
  var values: [Float] {
    withExtendedLifetime(self) { Array(UnsafeBufferPointer(start: pixels, count: Self.count)) }
  }

  /// Takes over the ink of another picture.
  func take(_ values: [Float]) {
    for index in 0..<Self.count { pixels[index] = values[index] }
  }

  var rows: [[Float]] {
    let values = values
    return (0..<Self.side).map { Array(values[$0 * Self.side..<($0 + 1) * Self.side]) }
  }

  /// The pixels that differ by more than a byte's half from a golden picture.
  func differences(from golden: String) -> [String] {
    let lines = golden.split(separator: "\n").map(Array.init)
    guard lines.count == Self.side else { return ["\(lines.count) lines"] }
    let values = values
    return (0..<Self.count).compactMap { index in
      let (row, column) = (index / Self.side, index % Self.side)
      let expected = Int(String(lines[row][2 * column...2 * column + 1]), radix: 16) ?? -1
      let found = 255 * values[index]
      return abs(found - Float(expected)) < 0.502
        ? nil : "row \(row), column \(column): \(found), expected \(expected)"
    }
  }
}
