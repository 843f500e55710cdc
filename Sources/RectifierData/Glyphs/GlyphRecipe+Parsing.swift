// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension GlyphRecipe: CustomStringConvertible {
  /// What recipes are called as a data source.
  static let sourceName = "glyphs"

  private static let samplesKey = "samples"

  /// Every variant as a source name, as in "glyphs:digits".
  static let sourceNames = Variant.allCases.map { GlyphRecipe(variant: $0).description }

  /// Whether a source name means glyphs, rightly written or not.
  static func isMeant(by text: String) -> Bool {
    guard text.hasPrefix(sourceName) else { return false }
    let next = text.dropFirst(sourceName.count).first
    return next == nil || next == ":" || next == "?"
  }

  /// Reads "glyphs", "glyphs:VARIANT" and either with "?samples=N" at its end.
  ///
  /// - Throws: ``GlyphRecipeError`` for what is written in another way.
  public init(parsing text: String) throws(GlyphRecipeError) {
    guard Self.isMeant(by: text) else { throw .notGlyphs(text: text) }
    let rest = text.dropFirst(Self.sourceName.count)
    let end = rest.firstIndex(of: "?") ?? rest.endIndex
    let variant = try Self.variant(parsing: rest[..<end], of: text)
    guard end < rest.endIndex else {
      self.init(variant: variant)
      return
    }
    let count = try Self.sampleCount(parsing: rest[rest.index(after: end)...], of: text)
    self.init(variant: variant, sampleCount: count)
  }

  /// Reads nothing, or a colon and a name.
  private static func variant(
    parsing part: Substring, of text: String
  ) throws(GlyphRecipeError) -> Variant {
    if part.isEmpty { return .standard }
    let name = String(part.dropFirst())
    if let variant = Variant(rawValue: name) { return variant }
    let nearest = NearestName.of(name, among: Variant.allCases.map(\.rawValue))
    throw .unknownVariant(text: text, found: name, nearest: nearest)
  }

  private static func sampleCount(
    parsing query: Substring, of text: String
  ) throws(GlyphRecipeError) -> Int {
    let separator = query.firstIndex(of: "=") ?? query.endIndex
    let key = String(query[..<separator])
    let value = String(query[separator...].dropFirst())
    guard key == samplesKey else {
      throw .unknownKey(text: text, found: key, nearest: NearestName.of(key, among: [samplesKey]))
    }
    let isPlain = !value.isEmpty && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard isPlain, let count = Int(value), sampleCounts.contains(count) else {
      throw .badSampleCount(text: text, found: value)
    }
    return count
  }

  /// As a source name, the shortest that means this recipe.
  public var description: String {
    let options = sampleCount.map { "?\(Self.samplesKey)=\($0)" } ?? ""
    return Self.sourceName + (variant == .standard ? "" : ":\(variant.rawValue)") + options
  }
}
