// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Moves every pixel a little, and neighbours in much the same direction.
///
/// Source points are displaced by one of 50 fields for each tenth of complexity, which
/// ``ElasticFields`` draws once; the ink between pixels is interpolated, and outside the picture
/// there is none.
///
/// Complexity below .1 changes nothing. *Source:* Bengio et al. (2011), "Local elastic
/// deformations"; Simard, Steinkraus and Platt (2003).
enum ElasticDeformation {
  static func apply(
    complexity: Float, from stream: inout RandomStream, to image: GlyphImage
  ) {
    let tenth = ElasticFields.tenth(of: complexity)
    let index = stream.integer(below: ElasticFields.countPerTenth)
    guard tenth > 0 else { return }
    let field = ElasticFields.shared.field(tenth: tenth, index: index)
    displace(image, byX: field, y: field + GlyphImage.count)
  }

  /// - Precondition: Displacements are finite, one a pixel along each axis.
  static func displace(
    _ image: GlyphImage, byX shiftX: UnsafePointer<Float>, y shiftY: UnsafePointer<Float>
  ) {
    let side = GlyphImage.side
    for row in 0..<side {
      for column in 0..<side {
        let index = row &* side &+ column
        image.scratch[index] = image.ink(
          atX: Float(column) + shiftX[index], y: Float(row) + shiftY[index])
      }
    }
    image.takeScratch()
  }
}
