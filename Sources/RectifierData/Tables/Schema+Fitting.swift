// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension Schema {
  /// What the training rows say about a table's columns.
  ///
  /// - Numbers: mean and deviation, and whether any is missing (``NumberEncoding``).
  /// - Words: the levels (``CategoryEncoding``).
  /// - Texts: the vocabulary (``Vectorizer``).
  /// - The target: its classes or levels, or mean and deviation (``SchemaTarget``).
  ///
  /// - Throws: ``SchemaError``: no rows, no column besides the target, a target that is absent, missing in
  ///   a row, constant or not for the task, a column without any cell or with nearly as many words as
  ///   rows, texts without a vocabulary.
  /// - Complexity: O(cells), and what the vectoriser needs.
  public static func fit(
    _ training: Table, _ options: SchemaOptions
  ) throws(SchemaError) -> Schema {
    if training.rowCount == 0 { throw .noRows(table: training.name) }
    let target: SchemaTarget?
    if let name = options.target {
      target = try SchemaTarget(fitting: name, of: training, task: options.task)
    } else {
      target = nil
    }
    var columns: [SchemaColumn] = []
    for column in training.columns where column.name != options.target {
      columns.append(try SchemaColumn(fitting: column, of: training.name, options: options))
    }
    if columns.isEmpty { throw .noFeatures(table: training.name) }
    return try Schema(columns: columns, target: target)
  }
}

extension SchemaColumn {
  fileprivate init(
    fitting column: TableColumn, of table: String, options: SchemaOptions
  ) throws(SchemaError) {
    name = column.name
    switch column.cells {
    case .numbers(let numbers):
      guard let fitted = NumberEncoding(fitting: numbers, standardizes: options.standardizes) else {
        throw .emptyColumn(table: table, column: name)
      }
      encoding = .number(fitted)
    case .words(let codes, let words):
      if codes.allSatisfy({ $0 < 0 }) { throw .emptyColumn(table: table, column: name) }
      try column.checkWordsRepeat(table: table, isTarget: false)
      encoding = .category(
        CategoryEncoding(fitting: codes, words: words, leastCount: options.leastCategoryCount))
    case .texts(let texts):
      do throws(VectorizerError) {
        encoding = .text(try Vectorizer.fit(texts, options: options.text))
      } catch { throw .vectorizer(table: table, column: name, error) }
    case .labels:
      throw .wrongColumn(
        table: table, column: name, expected: "features", found: "labels, which can be a target")
    }
  }
}

extension TableColumn {
  /// Fewer words than these may all differ.
  private static let fewWords = 20

  /// Refuses words most of which stand in one row only.
  func checkWordsRepeat(table: String, isTarget: Bool) throws(SchemaError) {
    guard case .words(let codes, _) = cells else { return }
    let present = codes.filter { $0 >= 0 }
    let wordCount = Set(present).count
    if wordCount > Self.fewWords, wordCount * 2 > present.count {
      throw .tooManyWords(
        table: table, column: name, wordCount: wordCount, rowCount: present.count,
        isTarget: isTarget)
    }
  }
}
