// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

@testable import RectifierData

/// Data sets small enough to look at.
enum SmallDatasets {
  /// One feature a row, which is the row's number; classes as given.
  static func numbered(
    classes: [Int32], labels: [String] = ["a", "b", "c"], name: String = "small"
  ) throws(DatasetError) -> Dataset {
    let bytes = classes.indices.map { UInt8(truncatingIfNeeded: $0) }
    return try Dataset(
      name: name,
      features: .bytes(ByteRows(bytes: bytes, rowCount: classes.count, columnCount: 1)),
      targets: .classes(classes), labels: labels)
  }

  /// The row numbers that are left in a data set made by ``numbered(classes:labels:name:)``.
  static func rows(_ dataset: Dataset) -> [Int] {
    guard case .bytes(let rows) = dataset.features else { return [] }
    return (0..<rows.rowCount).map { rows.withRow($0) { Int($0[0]) } }
  }

  static func classes(_ dataset: Dataset) -> [Int32] {
    if case .classes(let classes) = dataset.targets { classes } else { [] }
  }
}
