// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Small files with a row a line.
package enum RowFiles {
  /// A table of 60 rows: words, numbers with gaps, and a text, of which two columns together decide the
  /// class `good` or `bad` and the stars.
  ///
  /// - Parameter header: The names of the columns, in the order of the fields.
  package static func shops(rowCount: Int = 60) -> String {
    let colours = ["red", "green", "blue"]
    let words = ["fine", "dull", "fresh", "stale"]
    var lines = ["colour,size,review,stars,verdict"]
    for row in 0..<rowCount {
      let (colour, word) = (row % 3, row / 3 % 4)
      let size = row % 7 == 3 ? "" : "\(row % 5).5"
      let isGood = word % 2 == 0
      let stars = (isGood ? 4 : 1) + (colour == 0 ? 1 : 0)
      lines.append(
        "\(colours[colour]),\(size),\"a \(words[word]) place, said \(row)\",\(stars),"
          + (isGood ? "good" : "bad"))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
