// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Table {
  /// Reads a file of separated values (RFC 4180), plain or compressed by gzip, in UTF-8.
  ///
  /// - The first line names the columns, unless the options say otherwise; one without a name is
  ///   called by its number, from 1.
  /// - Fields may stand in quotes, with separators, line breaks and quotes (written twice) inside. A
  ///   quote that is not the first of its field is text. Lines end with LF, CRLF or CR; those without any
  ///   character are no rows.
  /// - Numbers have a decimal point, no spaces inside and no hexadecimal digits, and are rounded to the
  ///   nearest `Float`. Spaces around a number or word that is not in quotes are left out.
  /// - The first 1,000 rows decide what the options leave open; a column in which a word comes later is
  ///   read a second time.
  ///
  /// - Throws: ``TableError`` with the line of the first fault. Faults of single cells can hide behind
  ///   a row of wrong length further down.
  /// - Complexity: O(bytes). Besides the table a row and a chunk lie in memory.
  public init(
    reading source: ContentSource, options: TableOptions = TableOptions()
  ) throws(TableError) {
    let plan = try TablePlan(source, options: options)
    var reading = TableReading(source, options: options, names: plan.names, roles: plan.roles)
    try reading.run()
    let refuted = reading.collectors.map(\.isRefuted)
    var columns = reading.collectors.map(\.column)
    if refuted.contains(true) {
      var again = TableReading(
        source, options: options, names: plan.names,
        roles: refuted.map { $0 ? .words(isCertain: false) : .ignored })
      try again.run()
      for index in columns.indices where refuted[index] {
        columns[index] = again.collectors[index].column
      }
    }
    for index in columns.indices {
      guard refuted[index] || plan.roles[index] == .words(isCertain: false) else { continue }
      try columns[index]?.checkNotMixed(path: source.path, lines: reading.lines)
    }
    self.init(name: source.name, columns: columns.compactMap { $0 }, lines: reading.lines)
  }
}

/// One pass over all rows of a file.
private struct TableReading {
  private(set) var collectors: [ColumnCollector]
  private(set) var lines: [UInt32] = []
  private let source: ContentSource
  private let options: TableOptions
  private let missing: MissingCells

  init(_ source: ContentSource, options: TableOptions, names: [String], roles: [ColumnRole]) {
    self.source = source
    self.options = options
    missing = MissingCells(options)
    collectors = zip(names, roles).map(ColumnCollector.init)
  }

  mutating func run() throws(TableError) {
    let stream = try RecordStream(source, options: options)
    if options.hasHeader { _ = try stream.next() }
    while try stream.next() {
      let fields = stream.fields
      guard fields.count == collectors.count else {
        throw .raggedRow(
          path: source.path, line: stream.line, expected: collectors.count, found: fields.count)
      }
      for index in collectors.indices {
        do throws(ColumnCollector.Fault) {
          try collectors[index].add(fields[index], of: stream, missing: missing)
        } catch { throw self.error(error, at: fields[index], column: index, of: stream) }
      }
      guard lines.count < Int(Int32.max) else { throw .tooManyRows(path: source.path) }
      lines.append(UInt32(truncatingIfNeeded: stream.line))
    }
  }

  private func error(
    _ fault: ColumnCollector.Fault, at field: Field, column: Int, of stream: RecordStream
  ) -> TableError {
    let (path, line, found) = (source.path, stream.line, stream.word(field))
    let name = collectors[column].name
    return switch fault {
    case .notANumber: .notANumber(path: path, line: line, column: name, found: found)
    case .notFinite: .notFinite(path: path, line: line, column: name, found: found)
    }
  }
}

extension TableColumn {
  /// From so many different numbers on, a word among them is taken for a mistake.
  private static let mixedNumberCount = 100

  /// Refuses words that are nearly all numbers.
  fileprivate func checkNotMixed(path: String, lines: [UInt32]) throws(TableError) {
    guard case .words(let codes, let words) = cells else { return }
    let isNumber = words.map { word in
      Array(word.utf8).withUnsafeBufferPointer { DecimalNumber.float($0) != nil }
    }
    let numberCount = isNumber.count { $0 }
    guard numberCount >= Self.mixedNumberCount, numberCount * 10 >= words.count * 9,
      let row = codes.firstIndex(where: { $0 >= 0 && !isNumber[Int($0)] })
    else { return }
    throw .mixedColumn(
      path: path, line: Int(lines[row]), column: name, found: words[Int(codes[row])],
      numberCount: numberCount)
  }
}
