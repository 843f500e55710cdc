// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension SchemaTarget {
  /// From more different whole numbers on, numbers are not taken for classes of themselves.
  private static let automaticClassLimit = 100

  /// What the training rows say about the column of that name.
  public init(fitting name: String, of table: Table, task: TaskChoice) throws(SchemaError) {
    guard let column = table.column(named: name) else {
      let nearest = NearestName.of(name, among: table.columns.map(\.name))
      throw .unknownTarget(table: table.name, name: name, nearest: nearest)
    }
    if let row = column.firstMissingRow {
      throw .missingTarget(table: table.name, line: table.line(ofRow: row), column: name)
    }
    self.name = name
    let chosen = task == .automatic ? Self.task(for: column) : task
    switch (chosen, column.cells) {
    case (.regression, .numbers(let numbers)):
      kind = Self.reals(numbers)
    case (.ordinal, .numbers(let numbers)):
      let levels = Set(numbers).sorted()
      kind = .ordinal(labels: levels.map(NumberText.text), levels: levels.map(Double.init))
    case (.classification, .numbers(let numbers)):
      try TableColumn(name: name, cells: column.cells.asWords)
        .checkWordsRepeat(table: table.name)
      kind = .classes(labels: Set(numbers).sorted().map(NumberText.text))
    case (.classification, .words(let codes, let words)):
      try column.checkWordsRepeat(table: table.name)
      kind = .classes(labels: NumberText.sorted(Set(codes).map { words[Int($0)] }))
    case (.multiLabel, .labels(let sets, let labels)):
      kind = .sets(labels: Self.labels(in: sets, labels))
    case (.classification, .labels(let sets, let labels)):
      if let row = (0..<sets.count).first(where: { sets[$0].count > 1 }) {
        throw .wrongTarget(
          table: table.name, column: name, task: chosen,
          found: "several labels on line \(table.line(ofRow: row))")
      }
      kind = .classes(labels: Self.labels(in: sets, labels))
    default:
      throw .wrongTarget(
        table: table.name, column: name, task: chosen, found: column.cells.kind)
    }
    if let only = Self.onlyValue(of: column) {
      throw .constantTarget(table: table.name, column: name, found: only)
    }
  }

  /// The same as training rows alone say it: mean and deviation of real numbers are theirs, while
  /// classes stay.
  public func fitted(to training: Table) throws(SchemaError) -> SchemaTarget {
    guard case .reals = kind else { return self }
    return try SchemaTarget(fitting: name, of: training, task: .regression)
  }

  private static func task(for column: TableColumn) -> TaskChoice {
    switch column.cells {
    case .words, .texts: return .classification
    case .numbers(let numbers):
      let isWhole = numbers.allSatisfy { $0 == $0.rounded() }
      return isWhole && Set(numbers).count <= automaticClassLimit ? .classification : .regression
    case .labels(let sets, _):
      return (0..<sets.count).allSatisfy { sets[$0].count == 1 } ? .classification : .multiLabel
    }
  }

  private static func reals(_ numbers: [Float]) -> Kind {
    let fitted = NumberEncoding(fitting: numbers, standardizes: true)
    return .reals(mean: fitted?.mean ?? 0, deviation: fitted?.deviation ?? 1)
  }

  private static func labels(in sets: ClassSets, _ labels: [String]) -> [String] {
    NumberText.sorted(Set(sets.classes).map { labels[Int($0)] })
  }

  /// What every row says; nil where rows differ.
  private static func onlyValue(of column: TableColumn) -> String? {
    switch column.cells {
    case .numbers(let all):
      all.allSatisfy { $0 == all[0] } ? NumberText.text(of: all[0]) : nil
    case .words(let codes, let words):
      codes.allSatisfy { $0 == codes[0] } ? words[Int(codes[0])] : nil
    case .labels(let sets, let labels):
      (1..<sets.count).allSatisfy { sets[$0] == sets[0] }
        ? sets[0].map { labels[Int($0)] }.joined(separator: ", ") : nil
    case .texts: nil
    }
  }
}

extension TableColumn {
  /// The first row without a cell; of labels, without any.
  var firstMissingRow: Int? {
    switch cells {
    case .numbers(let all): all.firstIndex { $0.isNaN }
    case .words(let codes, _): codes.firstIndex { $0 < 0 }
    case .labels(let sets, _): (0..<sets.count).first { sets[$0].isEmpty }
    case .texts: nil
    }
  }
}

extension TableColumn.Cells {
  /// What messages call the cells.
  var kind: String {
    switch self {
    case .numbers: "numbers"
    case .words: "words"
    case .texts: "texts"
    case .labels: "sets of labels"
    }
  }
}
