// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Rectifier

/// Times how fast tables are read on one thread, out of memory, each one of some 40 MB:
///
///     reading-rate
///     bytes        41.9 MB   0.151 s   277 MB/s
@main
struct ReadingRate {
  private static let byteCount = 40_000_000
  private static let roundCount = 5

  static func main() throws {
    var random = Seed(1).stream("tables")
    try time("bytes", columnCount: 784) {
      random.integer(below: 5) > 0 ? "0" : "\(random.integer(below: 256))"
    }
    try time("six digits", columnCount: 30) {
      "\(Float(random.integer(below: 2_000_000) - 1_000_000) / 10_000)"
    }
    try time("17 digits", columnCount: 30) {
      "\(Double(random.integer(below: 1 << 52)) / 1e15)"
    }
    try time("words", columnCount: 10) { "category \(random.integer(below: 40))" }
  }

  /// Prints the size of a table, the least time of several readings, and the rate.
  private static func time(_ name: String, columnCount: Int, cell: () -> String) throws {
    var text = (0..<columnCount).map { "column \($0)" }.joined(separator: ",") + "\n"
    while text.utf8.count < byteCount {
      text += (0..<columnCount).map { _ in cell() }.joined(separator: ",") + "\n"
    }
    let source = ContentSource(bytes: Array(text.utf8), name: name)
    let clock = ContinuousClock()
    let least =
      try (0..<roundCount).map { _ in
        try clock.measure { _ = try Table(reading: source) }
      }.min() ?? .zero
    let seconds = Double(least.components.attoseconds) / 1e18 + Double(least.components.seconds)
    let megabytes = Double(text.utf8.count) / 1e6
    print(
      name.padded(12), "\((megabytes * 10).rounded() / 10) MB ",
      "\((seconds * 1000).rounded() / 1000) s ", "\(Int(megabytes / seconds)) MB/s")
  }
}

extension String {
  /// The text with spaces behind it, up to `count` characters.
  fileprivate func padded(_ count: Int) -> String {
    self + String(repeating: " ", count: max(0, count - self.count))
  }
}
