// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Decides where in a run of scalars words end, by Unicode's default rules.
///
/// Spaces and flags are taken for any other scalar: they are in no word.
///
/// Source: Unicode Standard Annex #29, section 4.1.1, whose rules the comments name.
struct WordBreaks {
  /// The class of the scalar before, however it is attached.
  private var last = WordBreakClass.lineBreak
  /// The class of the scalar before that is not attached to another, and of the one before that.
  private var previous = WordBreakClass.other
  private var beforePrevious = WordBreakClass.other

  /// Whether a boundary lies before the next scalar, which becomes the one before.
  ///
  /// - Parameters:
  ///   - next: The class of that scalar.
  ///   - after: The class of the first scalar behind it that is not attached to another; called only
  ///     where it matters.
  mutating func isBoundary(before next: WordBreakClass, after: () -> WordBreakClass) -> Bool {
    let isAfterLineBreak = last == .lineBreak
    let isJoinedPicture = last == .joiner && (next == .picture || next == .pictureLetter)
    last = next
    // WB4.
    if next.isAttached, !isAfterLineBreak { return false }
    let (first, second) = (beforePrevious, previous)
    beforePrevious = previous
    previous = next.isAttached ? .other : next
    // WB3a, WB3b, WB3c.
    if isAfterLineBreak || next == .lineBreak { return true }
    if isJoinedPicture { return false }
    return !Self.isJoined(first, second, next, after: after)
  }

  private static func isJoined(
    _ first: WordBreakClass, _ second: WordBreakClass, _ next: WordBreakClass,
    after: () -> WordBreakClass
  ) -> Bool {
    switch (second, next) {
    // WB5, WB8, WB9, WB10, WB13, WB13a, WB13b.
    case (.katakana, .katakana): return true
    case (.connector, _) where next.isConnected: return true
    case (_, .connector) where second.isConnected: return true
    case (.digit, .digit): return true
    case (.digit, _) where next.isLetter: return true
    case (_, .digit) where second.isLetter: return true
    case _ where second.isLetter && next.isLetter: return true
    // WB6, WB7, WB7a, WB7b, WB7c.
    case (.hebrewLetter, .singleQuote): return true
    case (.hebrewLetter, .doubleQuote): return after() == .hebrewLetter
    case (.doubleQuote, .hebrewLetter): return first == .hebrewLetter
    case _ where second.isLetter && next.isBetweenLetters: return after().isLetter
    case _ where second.isBetweenLetters && next.isLetter: return first.isLetter
    // WB11, WB12.
    case (.digit, _) where next.isBetweenDigits: return after() == .digit
    case (_, .digit) where second.isBetweenDigits: return first == .digit
    default: return false
    }
  }
}
