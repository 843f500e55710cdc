// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct GlyphRecipeTests {
  private func pixels(
    _ recipe: GlyphRecipe, _ sample: Int, _ part: Part, in workspace: GlyphWorkspace
  ) -> [Float] {
    recipe.draw(sample, part: part, into: workspace)
    return workspace.image.values
  }

  @Test func variantsHaveTheirClassesAndCounts() {
    let standard = GlyphRecipe()
    #expect(standard.labels == Letterforms.labels)
    #expect(Part.allCases.map(standard.sampleCount) == [49_600, 6_200, 6_200, 62_000])
    let digits = GlyphRecipe(variant: .digits)
    #expect(digits.labels == (0...9).map(String.init))
    #expect(Part.allCases.map(digits.sampleCount) == [8_000, 1_000, 1_000, 10_000])
    let small = GlyphRecipe(variant: .noisy, sampleCount: 70)
    #expect(Part.allCases.map(small.sampleCount) == [70, 6_200, 6_200, 12_470])
  }

  @Test func namesHoldNoSeparator() {
    let names = GlyphRecipe.Variant.allCases.map { GlyphRecipe(variant: $0, sampleCount: 5).name }
    #expect(names == ["glyphs", "glyphs-digits", "glyphs-clean", "glyphs-noisy"])
  }

  @Test func cleanIsSimplerAndNoisyGoesFurther() {
    #expect(GlyphRecipe(variant: .clean).largestComplexity == 0.2)
    #expect(GlyphRecipe(variant: .digits).largestComplexity == 0.7)
    #expect(GlyphRecipe(variant: .clean).modules == GlyphModule.geometry)
    #expect(GlyphRecipe(variant: .noisy).modules == GlyphModule.allCases)
  }

  @Test(arguments: GlyphRecipe.Variant.allCases)
  func aSampleIsAFunctionOfItsPartAndNumber(variant: GlyphRecipe.Variant) {
    let recipe = GlyphRecipe(variant: variant)
    let samples = [0, 1, 5, 61, 62, 10_000_000]
    let used = GlyphWorkspace()
    for part in [Part.train, .validation, .test] {
      let inOrder = samples.map { pixels(recipe, $0, part, in: GlyphWorkspace()) }
      let backwards = samples.reversed().map { pixels(recipe, $0, part, in: used) }
      #expect(inOrder == backwards.reversed())
    }
  }

  @Test(arguments: GlyphRecipe.Variant.allCases)
  func noTwoSamplesOfAnyPartAreTheSame(variant: GlyphRecipe.Variant) {
    let recipe = GlyphRecipe(variant: variant)
    let workspace = GlyphWorkspace()
    var seen: Set<[Float]> = []
    for part in [Part.train, .validation, .test] {
      for sample in 0..<300 { seen.insert(pixels(recipe, sample, part, in: workspace)) }
    }
    #expect(seen.count == 900)
  }

  /// A recipe with more samples begins with those of a smaller one.
  @Test func theNumberOfSamplesDoesNotShiftThem() {
    let (few, many) = (GlyphRecipe(sampleCount: 10), GlyphRecipe(sampleCount: 1_000_000))
    let workspace = GlyphWorkspace()
    for sample in [0, 9] {
      #expect(
        pixels(few, sample, .train, in: workspace) == pixels(many, sample, .train, in: workspace))
    }
  }

  @Test func aSampleOfAllPartsOrNoSamplesEndTheProgram() async {
    await #expect(processExitsWith: .failure) {
      GlyphRecipe().draw(0, part: .all, into: GlyphWorkspace())
    }
    await #expect(processExitsWith: .failure) { _ = GlyphRecipe(sampleCount: 0) }
  }
}
