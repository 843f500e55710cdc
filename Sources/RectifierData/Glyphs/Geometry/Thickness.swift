// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Makes strokes thinner or thicker: grey morphology with a small flat element.
///
///     e = ⌈5c⌉, d = ⌈9c⌉
///     P(erosion) = e / (e + d + 1), P(dilation) = d / (e + d + 1), else nothing
///
/// The element is one of the first e or d of ``elements``, each equally likely. Ink is then scaled
/// so that the largest is what it was before; an erosion that would leave no ink is left out.
///
/// Complexity 0 changes nothing. *Source:* Bengio et al. (2011), "Thickness"; the authors' code.
enum Thickness {
  enum Operation { case erosion, dilation }

  static let elements: [StructuringElement] = [
    .rectangle(height: 1, width: 2), .rectangle(height: 2, width: 1),
    .rectangle(height: 2, width: 2), .diamond(radius: 1), .rectangle(height: 2, width: 3),
    .rectangle(height: 3, width: 2), .rectangle(height: 3, width: 3),
    .rectangle(height: 3, width: 4), .rectangle(height: 4, width: 3), .diamond(radius: 2),
  ]

  static func apply(
    complexity: Float, from stream: inout RandomStream, to image: GlyphImage
  ) {
    guard let (operation, index) = choice(complexity: complexity, from: &stream) else { return }
    run(operation, elements[index], on: image)
  }

  /// What is done with which element; nil for nothing.
  static func choice(
    complexity: Float, from stream: inout RandomStream
  ) -> (operation: Operation, index: Int)? {
    let erosionCount = Int((5 * complexity).rounded(.up))
    let dilationCount = Int((9 * complexity).rounded(.up))
    let drawn = stream.integer(below: erosionCount + dilationCount + 1)
    if drawn < erosionCount { return (.erosion, drawn) }
    let index = drawn - erosionCount
    return index < dilationCount ? (.dilation, index) : nil
  }

  /// Erodes or dilates, and restores the largest ink.
  static func run(_ operation: Operation, _ element: StructuringElement, on image: GlyphImage) {
    let maximum = image.maximum
    switch operation {
    case .erosion: element.erodeIntoScratch(image)
    case .dilation: element.dilateIntoScratch(image)
    }
    let reached = GlyphImage.maximum(of: image.scratch)
    guard reached > 0 else { return }
    image.takeScratch()
    if reached < maximum { image.scale(by: maximum / reached) }
  }
}
