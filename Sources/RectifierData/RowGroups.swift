// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The rows of some data in groups from which a draw takes in proportion: those of each class, or all
/// rows as one group where there are no classes.
public struct RowGroups: Sendable {
  /// What messages call the data.
  public let name: String
  /// Rows of all groups.
  public let rowCount: Int
  /// The rows of each group, ascending.
  let groups: [[Int]]
  /// What messages call the groups; empty without classes.
  let labels: [String]

  /// The rows of a data set.
  public init(_ dataset: Dataset) {
    self.init(
      name: dataset.name, rowCount: dataset.rowCount, targets: dataset.targets,
      labels: dataset.labels)
  }

  /// Rows with their targets, of which only classes make groups.
  ///
  /// - Precondition: Classes have labels, and there is one a row.
  public init(name: String, rowCount: Int, targets: Dataset.Targets, labels: [String]) {
    self.name = name
    self.rowCount = rowCount
    guard case .classes(let classes) = targets else {
      groups = [Array(0..<rowCount)]
      self.labels = []
      return
    }
    var groups = [[Int]](repeating: [], count: labels.count)
    for (row, found) in classes.enumerated() { groups[Int(found)].append(row) }
    self.groups = groups
    self.labels = labels
  }
}
