// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Textures in the place of photographs: clouds, and at times stripes and an edge.
enum Texture {
  /// Draws a texture whose values lie between 0 and 1 and reach both.
  static func draw(from stream: inout RandomStream, into image: GlyphImage) {
    image.clear()
    // Cells of 16, 8 and 4 pixels; the finer the cells, the fainter.
    let roughness = stream.between(0.3, 0.8)
    var strength: Float = 1
    for cellShift in [4, 3, 2] {
      addCloud(cellShift: cellShift, strength: strength, from: &stream, to: image)
      strength *= roughness
    }
    if stream.happens(0.4) { addStripes(from: &stream, to: image) }
    if stream.happens(0.5) { addEdge(from: &stream, to: image) }
    stretch(image)
  }

  /// Random values at the corners of square cells, interpolated between them.
  private static func addCloud(
    cellShift: Int, strength: Float, from stream: inout RandomStream, to image: GlyphImage
  ) {
    let side = GlyphImage.side
    let cell = 1 << cellShift
    let corners = side / cell + 1
    for index in 0..<corners * corners { image.scratch[index] = strength * stream.uniform() }
    for row in 0..<side {
      let below = smooth(row & (cell - 1), of: cell)
      let upper = image.scratch + (row >> cellShift) * corners
      for column in 0..<side {
        let right = smooth(column & (cell - 1), of: cell)
        let corner = upper + (column >> cellShift)
        let top = corner[0] + right * (corner[1] - corner[0])
        let bottom = corner[corners] + right * (corner[corners + 1] - corner[corners])
        image.pixels[row * side + column] += top + below * (bottom - top)
      }
    }
  }

  /// From 0 to 1 over a cell, flat at both ends.
  @inline(__always)
  private static func smooth(_ position: Int, of cell: Int) -> Float {
    let t = Float(position) / Float(cell)
    return t * t * (3 - 2 * t)
  }

  /// Parallel lines, brighter and darker in turn, 4 to 12 pixels apart.
  private static func addStripes(from stream: inout RandomStream, to image: GlyphImage) {
    let frequency = 1 / stream.between(4, 12)
    let strength = stream.between(0.4, 1.2)
    addAcross(from: &stream, to: image) { distance in
      let phase = 64 + distance * frequency
      return strength * abs(2 * (phase - Float(Int32(phase))) - 1)
    }
  }

  /// One side brighter than the other.
  private static func addEdge(from stream: inout RandomStream, to image: GlyphImage) {
    let place = stream.symmetric(10)
    let strength = stream.between(0.4, 1.2)
    addAcross(from: &stream, to: image) { distance in
      strength * min(1, max(0, distance - place + 0.5))
    }
  }

  /// Adds what depends on the distance from a line through the middle, whose angle is drawn.
  private static func addAcross(
    from stream: inout RandomStream, to image: GlyphImage, _ value: (Float) -> Float
  ) {
    let angle = stream.between(0, 2 * .pi)
    let (cosine, sine) = (Elementary.cos(angle), Elementary.sin(angle))
    let side = GlyphImage.side
    let middle = Float(side - 1) / 2
    for row in 0..<side {
      for column in 0..<side {
        let distance = cosine * (Float(column) - middle) + sine * (Float(row) - middle)
        image.pixels[row * side + column] += value(distance)
      }
    }
  }

  private static func stretch(_ image: GlyphImage) {
    var (low, high) = (image.pixels[0], image.pixels[0])
    for index in 0..<GlyphImage.count {
      low = min(low, image.pixels[index])
      high = max(high, image.pixels[index])
    }
    guard high > low else { return }
    let range = high - low
    for index in 0..<GlyphImage.count {
      image.pixels[index] = (image.pixels[index] - low) / range
    }
  }
}
