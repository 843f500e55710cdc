// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

/// Reviews that nobody wrote, in files of the forms and names of those in the catalog: enough to see
/// whether everything works.
///
/// A few words go with good ratings, a few with bad ones, and the others with neither. The same seed
/// gives the same files.
struct MadeUpReviews {
  var seed = Seed(1)

  private static let good = ["fine", "fresh", "lovely", "kind"]
  private static let bad = ["dull", "stale", "rude", "cold"]
  private static let others = (0..<24).map { "word\($0)" }

  /// Writes `restaurants/reviews.csv` and the eight files of `amazon` below a folder.
  func write(to folder: String) throws(FileError) {
    try write(restaurants(rowCount: 90), to: folder, "restaurants", "reviews.csv")
    for domain in AmazonRecipe().domains {
      for (part, rowCount) in [("train", 60), ("test", 40)] {
        try write(
          product(domain: domain, part: part, rowCount: rowCount), to: folder, "amazon",
          "\(domain)_\(part).svmlight")
      }
    }
  }

  private func write(
    _ text: String, to folder: String, _ entry: String, _ name: String
  ) throws(FileError) {
    let place = PathName.join(folder, entry)
    try Folder.create(place)
    try AtomicFile.write(text, to: PathName.join(place, name))
  }

  private func restaurants(rowCount: Int) -> String {
    var stream = seed.stream("restaurants")
    let lines = (0..<rowCount).map { row in
      let rating = 1 + row % 5
      let words = (0..<8).map { _ -> String in
        let kind = stream.integer(below: 8)
        if kind >= 4 { return Self.others[stream.integer(below: Self.others.count)] }
        return (kind < rating - 1 ? Self.good : Self.bad)[stream.integer(below: 4)]
      }
      return "\(rating),\"\(words.joined(separator: " "))\""
    }
    return (["rating,review"] + lines).joined(separator: "\n") + "\n"
  }

  /// Features 0 to 3 go with label 1, 4 to 7 with −1; every first row has the last feature, so that all
  /// files count the same.
  private func product(domain: String, part: String, rowCount: Int) -> String {
    var stream = seed.stream("\(domain).\(part)")
    let lines = (0..<rowCount).map { row in
      let isGood = row % 2 == 0
      var features = (0..<3).map { _ in stream.integer(below: 4) + (isGood ? 0 : 4) }
      features += (0..<3).map { _ in 8 + stream.integer(below: 16) }
      if row == 0 { features.append(23) }
      let entries = Set(features).sorted().map { "\($0):\(1 + stream.integer(below: 3))" }
      return ([isGood ? "1" : "-1"] + entries).joined(separator: " ")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Reproduction {
  /// Leaves reviews that nobody wrote below a folder, where the networks of a smoke test learn from such.
  ///
  /// - Returns: Where they are; nil for networks that learn from other data.
  package func makeData(_ budget: ReproductionBudget, below folder: String) throws -> String? {
    guard budget == .smoke, self == .table2 || self == .amazon else { return nil }
    let place = PathName.join(folder, "data")
    try MadeUpReviews().write(to: place)
    return place
  }
}
