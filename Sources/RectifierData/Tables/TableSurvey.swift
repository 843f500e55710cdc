// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What the columns of a file turn out to be, once it has been read to its end.
struct TableSurvey {
  /// The names of all columns.
  let names: [String]
  /// What each column is; of numbers and words it is certain by now.
  let roles: [ColumnRole]
  /// The columns whose cells were kept, with all rows.
  let table: Table

  /// Reads a file, and a second time the columns in which a word came late.
  ///
  /// - Parameter keeps: The names of the columns whose cells are kept. Of others the words that nobody
  ///   had promised stay in memory, each once, until all have been seen.
  /// - Throws: ``TableError`` with the line of the first fault.
  init(
    _ source: ContentSource, options: TableOptions, keeping keeps: (String) -> Bool
  ) throws(TableError) {
    let plan = try TablePlan(source, options: options)
    var reading = TableReading(
      source, options: options, names: plan.names, roles: plan.roles, keeps: keeps)
    try reading.read(TableReading.open(source, options: options))
    var collectors = reading.collectors
    let refuted = collectors.map(\.isRefuted)
    if refuted.contains(true) {
      var again = TableReading(
        source, options: options, names: plan.names,
        roles: refuted.map { $0 ? .words(isCertain: false) : .ignored }, keeps: keeps)
      try again.read(TableReading.open(source, options: options))
      for index in refuted.indices where refuted[index] {
        collectors[index] = again.collectors[index]
      }
    }
    for collector in collectors { try collector.checkNotMixed(path: source.path) }
    names = plan.names
    roles = collectors.map(\.role.certain)
    table = Table(
      name: source.name, columns: collectors.compactMap(\.column), lines: reading.lines)
  }
}

extension ColumnRole {
  /// The same once all rows have been seen.
  fileprivate var certain: ColumnRole {
    switch self {
    case .numbers: .numbers(isCertain: true)
    case .words: .words(isCertain: true)
    case .texts, .ignored: self
    }
  }
}
