// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Counts as bars of the height of a line.
enum HistogramText {
  private static let blocks = Array("▁▂▃▄▅▆▇█")

  /// One a bin, by its share of the largest: `█▃▁··`; a dot for none.
  static func bars(_ counts: [Int]) -> String {
    let largest = max(1, counts.max() ?? 0)
    return String(
      counts.map { count -> Character in
        count == 0 ? "·" : blocks[(blocks.count * count - 1) / largest]
      })
  }
}
