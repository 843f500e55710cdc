// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier

/// Reads the bytes as texts, one a line, with fastText's labels or without, and vectorises them by
/// their own vocabulary; the first byte chooses options. Whatever the bytes are, this ends in an error
/// of one line or in rows that have every term.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTexts(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 0 else { return 0 }
  let choices = Int(start[0])
  let source = ContentSource(
    bytes: Array(UnsafeBufferPointer(start: start + 1, count: count - 1)), name: "fuzz")
  let weightings = Vectorizer.Weighting.allCases
  let options = Vectorizer.Options(
    lowercases: choices & 4 != 0, longestNGram: 1 + choices / 64,
    weighting: weightings[choices / 8 % weightings.count], vocabularySize: 1 << 30)
  do {
    let table =
      choices & 1 == 0
      ? try FastTextFile.read(source, replacesInvalidUTF8: choices & 2 != 0)
      : try TextLines.read(source, replacesInvalidUTF8: choices & 2 != 0)
    guard case .texts(let texts)? = table.column(named: TextLines.textColumn)?.cells else {
      fatalError("no texts")
    }
    let vectorizer = try Vectorizer.fit(texts, options: options)
    let columns = Set(texts.flatMap { vectorizer.entries(of: $0).map(\.column) })
    guard columns.count == vectorizer.vocabulary.count else {
      fatalError("\(columns.count) columns, \(vectorizer.vocabulary.count) terms")
    }
  } catch {
    let message = "\(error)"
    if message.isEmpty || message.utf8.contains(10) { fatalError("message: \(message)") }
  }
  return 0
}
