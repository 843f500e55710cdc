// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The pictures of class folders in the order of their rows.
///
/// The k-th of a class's m pictures stands at (k + ½) / m between the first row and the last, so
/// that any run of rows, such as a tail that is held out, has each class in its proportion. Where
/// several stand at the same place, the classes' order decides.
struct ClassRows {
  /// The classes' names in class order.
  let labels: [String]
  /// The file of each row.
  let files: [String]
  /// The class of each row.
  let classes: [Int32]

  /// - Precondition: Every class is among `labels`.
  init(_ listed: [PictureListing.Class], labels: [String]) {
    var rows: [Row] = []
    for found in listed {
      guard let number = labels.firstIndex(of: found.label) else {
        fatalError("class rows: no class '\(found.label)' among \(labels.count)")
      }
      for (index, file) in found.files.enumerated() {
        rows.append(
          Row(file: file, number: Int32(number), index: index, count: found.files.count))
      }
    }
    rows.sort()
    self.labels = labels
    files = rows.map(\.file)
    classes = rows.map(\.number)
  }
}

/// A picture with its class and where it stands in it.
private struct Row: Comparable {
  let file: String
  let number: Int32
  let index: Int
  let count: Int

  static func < (one: Row, other: Row) -> Bool {
    // (k + ½) / m against (k′ + ½) / m′, in whole numbers.
    let (left, right) = ((2 * one.index + 1) * other.count, (2 * other.index + 1) * one.count)
    return left == right ? one.number < other.number : left < right
  }
}
