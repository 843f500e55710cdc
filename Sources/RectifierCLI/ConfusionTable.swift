// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments

/// A confusion matrix for reading: all of it for few classes, else the most frequent confusions.
struct ConfusionTable {
  let labels: [String]
  /// `confusion[t][p]`: samples of class t that were predicted as p.
  let confusion: [[Int]]

  /// As many classes as are shown as a matrix.
  static let matrixClassLimit = 20
  /// As many confusions as are listed.
  static let listedPairLimit = 20

  var lines: [String] {
    labels.count <= Self.matrixClassLimit ? matrix : list
  }

  private var matrix: [String] {
    let shown = labels.map { String($0.prefix(12)) }
    let numbers = confusion.flatMap { $0.map { String($0) } }
    let width = max(5, (shown + numbers).map(\.count).max() ?? 0)
    let head = Self.padded("true", width) + shown.map { "  " + Self.padded($0, width) }.joined()
    let title = Self.padded("", width) + "  predicted"
    return [title, head]
      + zip(shown, confusion).map { label, row in
        Self.padded(label, width)
          + row.map { "  " + Self.padded($0 == 0 ? "." : String($0), width) }.joined()
      }
  }

  private var list: [String] {
    let pairs = ConfusionPair.all(of: confusion)
    if pairs.isEmpty { return ["no confusions between the \(labels.count) classes"] }
    let shown = pairs.prefix(Self.listedPairLimit)
    let title =
      shown.count < pairs.count
      ? "the \(shown.count) most frequent of \(pairs.count) confusions" : "confusions"
    let width = String(shown[0].count).count
    return ["\(title) (samples: true class, predicted class)"]
      + shown.map {
        "\(Self.padded(String($0.count), width)): \(labels[$0.truth]), \(labels[$0.prediction])"
      }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
