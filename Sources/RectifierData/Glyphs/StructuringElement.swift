// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The neighbours that grey morphology compares a pixel with.
///
/// Erosion looks at the element around a pixel, dilation at its mirror image, so that one after the
/// other leaves strokes where they were. Neighbours outside the picture do not count.
struct StructuringElement: Sendable {
  /// Rows down and columns right of the pixel.
  let offsets: [(row: Int, column: Int)]

  /// All neighbours in a rectangle around the pixel; what is even reaches further down or right.
  static func rectangle(height: Int, width: Int) -> StructuringElement {
    let rows = -((height - 1) / 2)...height / 2
    let columns = -((width - 1) / 2)...width / 2
    return StructuringElement(offsets: rows.flatMap { row in columns.map { (row, $0) } })
  }

  /// All neighbours up to `radius` steps up, down, left and right away.
  static func diamond(radius: Int) -> StructuringElement {
    let square = rectangle(height: 2 * radius + 1, width: 2 * radius + 1)
    return StructuringElement(
      offsets: square.offsets.filter { abs($0.row) + abs($0.column) <= radius })
  }

  /// The least ink of the neighbours.
  func erodeIntoScratch(_ image: GlyphImage) {
    image.scratch.update(from: image.pixels, count: GlyphImage.count)
    for offset in offsets {
      Self.forEachRow(offset.row, offset.column, of: image) { target, source, count in
        for index in 0..<count { target[index] = min(target[index], source[index]) }
      }
    }
  }

  /// The most ink of the neighbours.
  func dilateIntoScratch(_ image: GlyphImage) {
    image.scratch.update(from: image.pixels, count: GlyphImage.count)
    for offset in offsets {
      Self.forEachRow(-offset.row, -offset.column, of: image) { target, source, count in
        for index in 0..<count { target[index] = max(target[index], source[index]) }
      }
    }
  }

  /// The part of each row of `scratch` whose neighbours at an offset lie in the picture, with them.
  @inline(__always)
  private static func forEachRow(
    _ row: Int, _ column: Int, of image: GlyphImage,
    _ body: (UnsafeMutablePointer<Float>, UnsafePointer<Float>, Int) -> Void
  ) {
    let side = GlyphImage.side
    for target in max(0, -row)..<side - max(0, row) {
      let start = target &* side &+ max(0, -column)
      body(
        image.scratch + start, image.pixels + (start &+ row &* side &+ column), side - abs(column))
    }
  }
}
