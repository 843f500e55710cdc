// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// One perturbation of the pipeline.
enum GlyphModule: CaseIterable {
  case slant, thickness, affine, elastic, pinch
  case motionBlur, scratches, occlusion, pixelPermutation, gaussianNoise, background
  case saltAndPepper, localSmoothing, greyContrast

  /// What moves ink, in order: all that NISTP has.
  static let geometry: [GlyphModule] = [.slant, .thickness, .affine, .elastic, .pinch]

  /// Perturbs the picture by as much as complexity allows, from 0 to 1.
  func apply(
    complexity: Float, from stream: inout RandomStream, to workspace: GlyphWorkspace
  ) {
    let (image, other) = (workspace.image, workspace.other)
    switch self {
    case .slant: Slant.apply(complexity: complexity, from: &stream, to: image)
    case .thickness: Thickness.apply(complexity: complexity, from: &stream, to: image)
    case .affine: AffineMap.draw(complexity: complexity, from: &stream).apply(to: image)
    case .elastic: ElasticDeformation.apply(complexity: complexity, from: &stream, to: image)
    case .pinch: Pinch.apply(complexity: complexity, from: &stream, to: image)
    case .motionBlur: MotionBlur.apply(complexity: complexity, from: &stream, to: image)
    case .scratches:
      Scratches.apply(complexity: complexity, from: &stream, to: image, line: other)
    case .occlusion:
      Occlusion.apply(complexity: complexity, from: &stream, to: image, piece: other)
    case .pixelPermutation:
      PixelPermutation.apply(complexity: complexity, from: &stream, to: image)
    case .gaussianNoise: GaussianNoise.apply(complexity: complexity, from: &stream, to: image)
    case .background:
      Background.apply(complexity: complexity, from: &stream, to: image, texture: other)
    case .saltAndPepper: SaltAndPepper.apply(complexity: complexity, from: &stream, to: image)
    case .localSmoothing:
      LocalSmoothing.apply(complexity: complexity, from: &stream, to: image, mask: other)
    case .greyContrast: GreyContrast.apply(complexity: complexity, from: &stream, to: image)
    }
  }
}

/// What one thread draws with, again and again.
final class GlyphWorkspace {
  /// The picture.
  let image = GlyphImage()
  /// A second one: another character, a texture, a mask.
  let other = GlyphImage()
}
