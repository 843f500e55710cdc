// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct GlyphModuleTests {
  @Test func modulesComeInTheOrderOfNISTP() {
    #expect(GlyphModule.geometry == [.slant, .thickness, .affine, .elastic, .pinch])
    #expect(
      GlyphModule.allCases.dropFirst(5) == [
        .motionBlur, .scratches, .occlusion, .pixelPermutation, .gaussianNoise, .background,
        .saltAndPepper, .localSmoothing, .greyContrast,
      ])
  }

  @Test(arguments: GlyphModule.allCases, [0, 0.2, 0.7, 1] as [Float])
  func inkStaysBetweenNoneAndFull(module: GlyphModule, complexity: Float) {
    var stream = Seed(1).stream("modules")
    let workspace = GlyphWorkspace()
    for number in 0..<30 {
      workspace.image.take(GlyphImage.letter(number).values)
      module.apply(complexity: complexity, from: &stream, to: workspace)
      #expect(workspace.image.values.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-6 })
    }
  }

  @Test(arguments: GlyphModule.geometry)
  func complexityZeroMovesNothing(module: GlyphModule) {
    var stream = Seed(1).stream("modules")
    let workspace = GlyphWorkspace()
    for number in 0..<30 {
      let before = GlyphImage.letter(number)
      workspace.image.take(before.values)
      module.apply(complexity: 0, from: &stream, to: workspace)
      #expect(workspace.image.values == before.values)
    }
  }

  /// What buffers hold from earlier pictures never shows.
  @Test(arguments: GlyphModule.allCases)
  func aStreamGivesTheSameBitsInAnyWorkspace(module: GlyphModule) {
    let (clean, used) = (GlyphWorkspace(), GlyphWorkspace())
    for index in 0..<GlyphImage.count {
      used.image.scratch[index] = 3
      used.other.pixels[index] = -2
      used.other.scratch[index] = 5
    }
    for number in 0..<40 {
      for workspace in [clean, used] {
        var stream = Seed(1).stream("module", epoch: number)
        workspace.image.take(GlyphImage.pattern.values)
        module.apply(complexity: 0.65, from: &stream, to: workspace)
      }
      #expect(clean.image.values == used.image.values)
    }
  }

  @Test(arguments: GlyphModule.allCases)
  func everyModuleChangesSomething(module: GlyphModule) {
    var stream = Seed(1).stream("modules")
    let workspace = GlyphWorkspace()
    var changed = 0
    for _ in 0..<60 {
      workspace.image.take(GlyphImage.pattern.values)
      module.apply(complexity: 0.6, from: &stream, to: workspace)
      if workspace.image.values != GlyphImage.pattern.values { changed += 1 }
    }
    #expect(changed > 2)
  }
}
