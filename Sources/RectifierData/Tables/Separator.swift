// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The byte between the fields of a file.
enum Separator {
  private static let candidates = "\t,;|".utf8.map { $0 }

  /// The separator that the options name, else the one that the first line and the file's name suggest.
  static func of(
    _ start: UnsafeBufferPointer<UInt8>, path: String, options: TableOptions
  ) -> UInt8 {
    if let given = options.separator {
      guard given == 9 || (0x20..<0x7F).contains(given), given != .quote else {
        fatalError("table: \(given) as a separator, expected a tab or printable ASCII, no quote")
      }
      return given
    }
    let counts = countsInFirstLine(of: start)
    if let named = named(by: path), counts[named, default: 0] > 0 { return named }
    // Of those that are equally frequent, the first.
    var best = UInt8(ascii: ",")
    for candidate in candidates where counts[candidate, default: 0] > counts[best, default: 0] {
      best = candidate
    }
    return best
  }

  private static func named(by path: String) -> UInt8? {
    let name = path.lowercased()
    let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    if plain.hasSuffix(".tsv") || plain.hasSuffix(".tab") { return 9 }
    return plain.hasSuffix(".csv") ? UInt8(ascii: ",") : nil
  }

  /// How often each candidate stands outside of quotes.
  private static func countsInFirstLine(of start: UnsafeBufferPointer<UInt8>) -> [UInt8: Int] {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var isBlank = true
    for byte in start {
      let isLineEnd = !isQuoted && (byte == .lineFeed || byte == .carriageReturn)
      if isLineEnd, !isBlank { break }
      if !isLineEnd { isBlank = false }
      if byte == .quote { isQuoted.toggle() }
      if !isQuoted, candidates.contains(byte) { counts[byte, default: 0] += 1 }
    }
    return counts
  }
}
