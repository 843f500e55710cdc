// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct GlyphRecipeErrorTests {
  @Test(arguments: [
    (
      "glyphs:digts",
      "data source 'glyphs:digts': expected a variant (standard, digits, clean, noisy), found "
        + "'digts'; did you mean 'digits'?"
    ),
    (
      "glyphs:letters",
      "data source 'glyphs:letters': expected a variant (standard, digits, clean, noisy), found "
        + "'letters'; leave it out"
    ),
    (
      "glyphs?sample=4",
      "data source 'glyphs?sample=4': expected samples=N after the question mark, found 'sample'; "
        + "did you mean 'samples'?"
    ),
    (
      "glyphs?samples=a\nb",
      "data source 'glyphs?samples=a\\nb': expected a number of samples from 1 to 16000000, found "
        + "'a\\nb'; leave it out for 800 a class"
    ),
    (
      "mnist",
      "data source 'mnist': expected glyphs, glyphs:VARIANT, or one of these with ?samples=N"
    ),
  ])
  func messagesAreOneLine(text: String, message: String) {
    let error = #expect(throws: GlyphRecipeError.self) { try GlyphRecipe(parsing: text) }
    #expect(error?.description == message)
  }
}
