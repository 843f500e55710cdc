// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct GlyphRecipeParsingTests {
  @Test(
    arguments: [
      ("glyphs", .standard, nil), ("glyphs:digits", .digits, nil), ("glyphs:clean", .clean, nil),
      ("glyphs:noisy", .noisy, nil), ("glyphs?samples=1", .standard, 1),
      ("glyphs:digits?samples=5000", .digits, 5000),
      ("glyphs:noisy?samples=16000000", .noisy, 16_000_000),
    ] as [(String, GlyphRecipe.Variant, Int?)])
  func namesAreReadAndWrittenBack(
    text: String, variant: GlyphRecipe.Variant, sampleCount: Int?
  ) throws {
    let recipe = try GlyphRecipe(parsing: text)
    #expect(recipe == GlyphRecipe(variant: variant, sampleCount: sampleCount))
    #expect(recipe.description == text)
  }

  @Test func otherSpellingsMeanTheSame() throws {
    #expect(try GlyphRecipe(parsing: "glyphs:standard") == GlyphRecipe())
    #expect(try GlyphRecipe(parsing: "glyphs?samples=007").sampleCount == 7)
  }

  @Test(
    arguments: [
      ("glyphs:digts", "digts", "digits"), ("glyphs:", "", nil), ("glyphs:Noisy", "Noisy", "noisy"),
      ("glyphs:letters", "letters", nil), ("glyphs:digits:clean", "digits:clean", nil),
      ("glyphs: digits", " digits", "digits"), ("glyphs:?samples=4", "", nil),
    ] as [(String, String, String?)])
  func anUnknownVariantGetsTheNearest(text: String, found: String, nearest: String?) {
    #expect(throws: GlyphRecipeError.unknownVariant(text: text, found: found, nearest: nearest)) {
      try GlyphRecipe(parsing: text)
    }
  }

  @Test(
    arguments: [
      ("glyphs?sample=4", "sample", "samples"), ("glyphs?", "", nil), ("glyphs?4", "4", nil),
      ("glyphs:clean?seed=4", "seed", nil), ("glyphs?samples:4", "samples:4", "samples"),
      ("glyphs?Samples=4", "Samples", "samples"), ("glyphs??samples=4", "?samples", "samples"),
    ] as [(String, String, String?)])
  func anUnknownKeyGetsTheNearest(text: String, found: String, nearest: String?) {
    #expect(throws: GlyphRecipeError.unknownKey(text: text, found: found, nearest: nearest)) {
      try GlyphRecipe(parsing: text)
    }
  }

  @Test(arguments: [
    "", "0", "-5", "+5", "5.0", "1e3", "five", "16000001", "99999999999999999999", "5 ", "٥",
    "5&samples=6", "5?samples=6", "=5",
  ])
  func aBadNumberOfSamplesIsRefused(value: String) {
    let text = "glyphs:digits?samples=" + value
    #expect(throws: GlyphRecipeError.badSampleCount(text: text, found: value)) {
      try GlyphRecipe(parsing: text)
    }
  }

  @Test(arguments: ["", "mnist", "glyph", "glyphs-digits", "glyphsx", "Glyphs", "glyphs/"])
  func otherNamesAreNoGlyphs(text: String) {
    #expect(!GlyphRecipe.isMeant(by: text))
    #expect(throws: GlyphRecipeError.notGlyphs(text: text)) { try GlyphRecipe(parsing: text) }
  }
}
