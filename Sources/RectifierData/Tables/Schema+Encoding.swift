// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension Schema {
  /// The data set that a table is, its columns found by their names.
  ///
  /// Features are sparse rows where there are at least four times as many as columns, else dense ones;
  /// networks compute the same from both.
  ///
  /// - Parameters:
  ///   - table: With the columns of the training table, in any order.
  ///   - needsTarget: Whether the target is read; else the data set has none.
  /// - Returns: The data set, and what is worth knowing about the table.
  /// - Throws: ``SchemaError``: a column that is absent or of another kind, a target that is missing or of
  ///   a class that no training row had, a number out of all proportion.
  /// - Complexity: O(cells + non-zero features), and what the vectorisers need.
  public func dataset(
    _ table: Table, needsTarget: Bool
  ) throws(SchemaError) -> (Dataset, [SchemaNote]) {
    if table.rowCount == 0 { throw .noRows(table: table.name) }
    var notes: [SchemaNote] = []
    let known = Set(columns.map(\.name) + (target.map { [$0.name] } ?? []))
    let extra = table.columns.map(\.name).filter { !known.contains($0) }
    if !extra.isEmpty { notes.append(.extraColumns(table: table.name, names: extra)) }
    var encoded: [EncodedColumn] = []
    for column in columns { encoded.append(try column.encoded(in: table, notes: &notes)) }
    let features = try features(of: encoded, table: table)
    var (targets, labels) = (Dataset.Targets.none, [String]())
    if needsTarget, let target {
      (targets, labels) = (try target.targets(in: table), target.labels)
    }
    do throws(DatasetError) {
      let dataset = try Dataset(
        name: table.name, features: features, targets: targets, labels: labels)
      return (dataset, notes)
    } catch { throw .dataset(error) }
  }

  private func features(
    of encoded: [EncodedColumn], table: Table
  ) throws(SchemaError) -> Dataset.Features {
    let starts = columns.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.featureCount) }
    let featureCount = starts[columns.count]
    let isSparse = makesSparseRows
    var builder = SparseMatrix.Builder()
    var matrix = Matrix(
      rowCount: isSparse ? 0 : table.rowCount, columnCount: isSparse ? 0 : featureCount)
    var entries: [(column: UInt32, value: Float)] = []
    for row in 0..<table.rowCount {
      entries.removeAll(keepingCapacity: true)
      for (index, column) in encoded.enumerated() {
        let isFinite = column.append(row: row, from: UInt32(starts[index]), to: &entries)
        guard !isFinite, case .numbers(let numbers, _) = column else { continue }
        throw .beyondRange(
          table: table.name, line: table.line(ofRow: row), column: columns[index].name,
          found: numbers[row])
      }
      if isSparse {
        for (column, value) in entries { builder.add(column: column, value: value) }
        builder.endRow()
      } else {
        matrix.set(entries, row: row)
      }
    }
    return isSparse ? .sparse(builder.matrix(columnCount: featureCount)) : .floats(matrix)
  }
}

extension Matrix {
  fileprivate mutating func set(_ entries: [(column: UInt32, value: Float)], row: Int) {
    let start = row * stride
    withUnsafeMutablePointer { values in
      for (column, value) in entries { values[start + Int(column)] = value }
    }
  }
}

extension SchemaColumn {
  /// The cells of the column of that name, with what each of them becomes.
  fileprivate func encoded(
    in table: Table, notes: inout [SchemaNote]
  ) throws(SchemaError) -> EncodedColumn {
    let cells = try table.cells(named: name)
    switch (encoding, cells) {
    case (.number(let encoding), .numbers(let numbers)):
      let missingCount = numbers.count { $0.isNaN }
      if missingCount > 0, !encoding.hasMissingIndicator {
        notes.append(.newlyMissing(table: table.name, column: name, rowCount: missingCount))
      }
      return .numbers(numbers, encoding)
    case (.category(let encoding), _):
      guard case .words(let codes, let words) = cells.asWords else { break }
      return encoded(codes, words, by: encoding, table: table.name, notes: &notes)
    case (.text(let vectorizer), .texts(let texts)): return .texts(texts, vectorizer)
    default: break
    }
    throw .wrongColumn(
      table: table.name, column: name, expected: encoding.kind, found: cells.kind)
  }

  private func encoded(
    _ codes: [Int32], _ words: [String], by encoding: CategoryEncoding, table: String,
    notes: inout [SchemaNote]
  ) -> EncodedColumn {
    let levels = Dictionary(
      uniqueKeysWithValues: encoding.levels.enumerated().map { ($1, $0) })
    let features = words.map { levels[$0] }
    let missingCount = codes.count { $0 < 0 }
    if missingCount > 0, !encoding.hasMissingLevel {
      notes.append(.newlyMissing(table: table, column: name, rowCount: missingCount))
    }
    let unseen = codes.filter { $0 >= 0 && features[Int($0)] == nil }
    if let first = unseen.first {
      notes.append(
        .unseenWords(
          table: table, column: name, rowCount: unseen.count, example: words[Int(first)]))
    }
    return .words(
      codes: codes,
      features: [encoding.missingFeature] + features.map { $0 ?? encoding.unseenFeature })
  }
}

extension SchemaColumn.Encoding {
  /// What messages call the cells that it takes.
  fileprivate var kind: String {
    switch self {
    case .number: "numbers"
    case .category: "words"
    case .text: "texts"
    }
  }
}

extension Table {
  /// The cells of the column of that name.
  func cells(named name: String) throws(SchemaError) -> TableColumn.Cells {
    if let column = column(named: name) { return column.cells }
    let nearest = NearestName.of(name, among: columns.map(\.name))
    throw .missingColumn(table: self.name, column: name, nearest: nearest)
  }
}

extension TableColumn.Cells {
  /// Numbers as the words that spell them; others as they are.
  var asWords: TableColumn.Cells {
    guard case .numbers(let numbers) = self else { return self }
    var words: [String] = []
    var codeOfNumber: [Float: Int32] = [:]
    let codes = numbers.map { number -> Int32 in
      if number.isNaN { return -1 }
      if let code = codeOfNumber[number] { return code }
      codeOfNumber[number] = Int32(words.count)
      words.append(NumberText.text(of: number))
      return Int32(words.count - 1)
    }
    return .words(codes: codes, words: words)
  }
}
