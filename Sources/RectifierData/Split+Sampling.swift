// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension Split {
  /// Draws rows to learn from, each class in proportion: those of a smaller count are among those of
  /// a larger one.
  ///
  /// The rows of each class are put into a random order; the i-th of its n, from 0 on, stands at
  ///
  ///     (2 i + 1) / (2 n)
  ///
  /// of the way, and the `count` rows that come first on it are taken, of two in one place the one of
  /// the lower class. Without classes all rows are of one. Rows keep their order in the data set, and
  /// the labels stay.
  ///
  /// Learning curves are made of such draws: that classes keep their proportions, as is the practice
  /// of semi-supervised learning, leaves the number of labels as the one thing that changes.
  ///
  /// - Parameters:
  ///   - dataset: The rows to draw from.
  ///   - count: How many.
  ///   - seed: Decides the draw, through its stream "sample".
  /// - Throws: ``SplitError/sampleCountOutOfRange(name:sampleCount:rowCount:)``, and
  ///   ``SplitError/sampleOfOneClass(name:sampleCount:label:)`` where so few rows are of one class.
  public static func sample(
    _ dataset: Dataset, count: Int, seed: Seed
  ) throws(SplitError) -> Dataset {
    guard 1...dataset.rowCount ~= count else {
      throw .sampleCountOutOfRange(
        name: dataset.name, sampleCount: count, rowCount: dataset.rowCount)
    }
    var stream = seed.stream("sample")
    var places: [Place] = []
    places.reserveCapacity(dataset.rowCount)
    for rows in RowGroups(dataset).groups {
      var rows = rows
      stream.shuffle(&rows)
      for (index, row) in rows.enumerated() {
        places.append(Place(row: Int32(row), odd: 2 * index + 1, groupCount: rows.count))
      }
    }
    // The sort is stable: of one place, the lower class comes first.
    places.sort { $0.odd * $1.groupCount < $1.odd * $0.groupCount }
    let sample = dataset.subset(
      rows: places.prefix(count).map(\.row).sorted(), name: "\(dataset.name) (\(count) of them)")
    if case .classes(let classes) = sample.targets, Set(classes).count < 2 {
      throw .sampleOfOneClass(
        name: dataset.name, sampleCount: count, label: dataset.labels[Int(classes[0])])
    }
    return sample
  }

  /// A row on the way from the first to the last of all classes: odd / (2 · rows of its class).
  private struct Place {
    var row: Int32
    var odd: Int
    var groupCount: Int
  }
}
