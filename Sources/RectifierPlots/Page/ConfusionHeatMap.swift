// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How often each class was taken for which, as a table of counts whose cells are tinted.
///
/// What is right is tinted by its share of the class, what is wrong by its share of the largest
/// confusion, each in a colour of its own.
package struct ConfusionHeatMap: Equatable, Sendable {
  package var caption: String
  package var labels: [String]
  /// `counts[t][p]`: samples of class t that were taken for p.
  package var counts: [[Int]]

  /// - Precondition: There is a row and a column a label.
  package init(_ caption: String, labels: [String], counts: [[Int]]) {
    guard counts.count == labels.count, counts.allSatisfy({ $0.count == labels.count }) else {
      fatalError("heat map: \(counts.count) rows for \(labels.count) labels")
    }
    self.caption = caption
    self.labels = labels
    self.counts = counts
  }

  /// The strongest tint, at which text can still be read, in percent of the colour.
  private static let strongest = 55

  /// The table within a page.
  package var html: HTML {
    let largestError =
      counts.indices.flatMap { truth in
        counts[truth].indices.filter { $0 != truth }.map { counts[truth][$0] }
      }.max() ?? 0
    let head = labels.map { HTML.element("th", ["scope": "col"], HTML($0)) }
    let rows = counts.indices.map { truth in
      let total = counts[truth].reduce(0, +)
      return HTML.element(
        "tr",
        [.element("th", ["scope": "row"], HTML(labels[truth]))]
          + counts[truth].enumerated().map { prediction, count in
            Self.cell(
              count, of: prediction == truth ? total : largestError, isRight: prediction == truth)
          })
    }
    let corner = HTML.element("th", ["class": "corner"], "true ↓ predicted →")
    return HTMLTable.scrolling(
      caption,
      .element(
        "table", ["class": "heat", "aria-label": caption],
        .element("thead", .element("tr", [corner] + head)), .element("tbody", rows)))
  }

  private static func cell(_ count: Int, of whole: Int, isRight: Bool) -> HTML {
    let share = whole == 0 ? 0 : (strongest * count + whole / 2) / whole
    let kind = isRight ? "right" : count == 0 ? "wrong none" : "wrong"
    return .element(
      "td", ["class": kind, "style": "--share: \(share)%"], HTML(count == 0 ? "·" : "\(count)"))
  }
}
