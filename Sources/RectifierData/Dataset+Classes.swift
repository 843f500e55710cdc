// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension Dataset {
  /// How many rows each class has, or has among its own, in class order; empty unless the targets are
  /// classes or sets of them.
  public var classCounts: [Int] {
    var counts = [Int](repeating: 0, count: labels.count)
    switch targets {
    case .classes(let classes): for found in classes { counts[Int(found)] += 1 }
    case .sets(let sets): for found in sets.classes { counts[Int(found)] += 1 }
    case .reals, .features, .none: return []
    }
    return counts
  }

  /// The same rows with the classes, or the classes of the sets, numbered as in `labels`.
  ///
  /// - Throws: ``DatasetError/unknownLabel(name:row:label:known:)`` for a row with a class that is not
  ///   among them, ``DatasetError/notClasses(name:)`` where targets are neither.
  public func numberingClasses(as labels: [String]) throws(DatasetError) -> Dataset {
    if labels == self.labels, !labels.isEmpty { return self }
    let numbers = self.labels.map { label in labels.firstIndex(of: label).map { Int32($0) } }
    func number(of found: Int32, row: Int) throws(DatasetError) -> Int32 {
      if let number = numbers[Int(found)] { return number }
      throw .unknownLabel(name: name, row: row, label: self.labels[Int(found)], known: labels)
    }
    let renumbered: Targets
    switch targets {
    case .classes(let classes):
      var numbers: [Int32] = []
      numbers.reserveCapacity(classes.count)
      for (row, found) in classes.enumerated() { numbers.append(try number(of: found, row: row)) }
      renumbered = .classes(numbers)
    case .sets(let sets):
      var numbers: [[Int32]] = []
      for row in 0..<sets.count {
        var set: [Int32] = []
        for found in sets[row] { set.append(try number(of: found, row: row)) }
        numbers.append(set)
      }
      renumbered = .sets(ClassSets(numbers))
    case .reals, .features, .none: throw .notClasses(name: name)
    }
    return try Dataset(
      name: name, features: features, targets: renumbered, labels: labels,
      imageShape: imageShape, files: files
    ).encoded(by: encoding)
  }

  /// Whether a classifier can be trained on the data.
  ///
  /// - Throws: ``DatasetError/notClasses(name:)``, or ``DatasetError/oneClass(name:label:)`` where
  ///   every row is of the same class.
  public func checkClassesForTraining() throws(DatasetError) {
    guard case .classes(let classes) = targets else { throw .notClasses(name: name) }
    let first = classes[0]
    if !classes.contains(where: { $0 != first }) {
      throw .oneClass(name: name, label: labels[Int(first)])
    }
  }

  /// Whether labels can be learned from the data.
  ///
  /// - Throws: ``DatasetError/notSets(name:)``, or ``DatasetError/oneSet(name:labels:)`` where every
  ///   row has the same labels.
  public func checkSetsForTraining() throws(DatasetError) {
    guard case .sets(let sets) = targets else { throw .notSets(name: name) }
    let first = sets[0]
    if !(1..<sets.count).contains(where: { sets[$0] != first }) {
      throw .oneSet(name: name, labels: first.map { labels[Int($0)] })
    }
  }

  /// Whether a number can be learned from the data.
  ///
  /// - Throws: ``DatasetError/notReals(name:)``, or ``DatasetError/constantTargets(name:)`` where every
  ///   row has the same targets.
  public func checkRealsForTraining() throws(DatasetError) {
    guard case .reals(let matrix) = targets else { throw .notReals(name: name) }
    let first = matrix.row(0)
    if !(1..<matrix.rowCount).contains(where: { matrix.row($0) != first }) {
      throw .constantTargets(name: name)
    }
  }
}
