// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What can be wrong with the name of a recipe.
public enum GlyphRecipeError: Error, Equatable, Sendable {
  /// It does not begin with "glyphs".
  case notGlyphs(text: String)
  /// No variant is called that.
  case unknownVariant(text: String, found: String, nearest: String?)
  /// There is no such option behind the question mark.
  case unknownKey(text: String, found: String, nearest: String?)
  /// The number of samples is no number, or beyond what can be drawn.
  case badSampleCount(text: String, found: String)
}

extension GlyphRecipeError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .notGlyphs(let text):
      "data source \(PathName.quoted(text)): expected glyphs, glyphs:VARIANT, or one of these with "
        + "?samples=N"
    case .unknownVariant(let text, let found, let nearest):
      "data source \(PathName.quoted(text)): expected a variant ("
        + "\(GlyphRecipe.Variant.allCases.map(\.rawValue).joined(separator: ", "))), found "
        + "\(PathName.quoted(found)); " + Self.hint(nearest)
    case .unknownKey(let text, let found, let nearest):
      "data source \(PathName.quoted(text)): expected samples=N after the question mark, found "
        + "\(PathName.quoted(found)); " + Self.hint(nearest)
    case .badSampleCount(let text, let found):
      "data source \(PathName.quoted(text)): expected a number of samples from "
        + "\(GlyphRecipe.sampleCounts.lowerBound) to \(GlyphRecipe.sampleCounts.upperBound), found "
        + "\(PathName.quoted(found)); leave it out for 800 a class"
    }
  }

  private static func hint(_ nearest: String?) -> String {
    nearest.map { "did you mean '\($0)'?" } ?? "leave it out"
  }
}
