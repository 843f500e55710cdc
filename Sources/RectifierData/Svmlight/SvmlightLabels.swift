// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The labels of svmlight rows as they are read.
struct SvmlightLabels {
  /// The line of each row, from 1.
  private(set) var lines: [UInt32] = []
  private var starts: [Int] = [0]
  private var numbers: [Float] = []

  /// How many rows have been ended.
  var rowCount: Int { lines.count }

  /// Adds a label to the row at hand.
  mutating func add(_ label: Float) { numbers.append(label) }

  /// Ends the row at hand.
  mutating func endRow(line: Int) {
    starts.append(numbers.count)
    lines.append(UInt32(truncatingIfNeeded: line))
  }

  /// All labels: numbers where every row has one, unless they are sets nevertheless; labels of sets
  /// are numbered in ascending order.
  func column(named name: String, asSets: Bool) -> TableColumn {
    if numbers.count == rowCount, !asSets {
      return TableColumn(name: name, cells: .numbers(numbers))
    }
    let known = Set(numbers).sorted()
    let classes = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, Int32($0)) })
    let sets = (0..<rowCount).map { row in
      numbers[starts[row]..<starts[row + 1]].map { classes[$0] ?? -1 }
    }
    return TableColumn(
      name: name, cells: .labels(ClassSets(sets), known.map(NumberText.text)))
  }
}
