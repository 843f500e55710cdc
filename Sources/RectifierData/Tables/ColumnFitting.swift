// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What the rows of training say about one column; they come some at a time, and perhaps twice.
struct ColumnFitting {
  private let name: String
  private let options: SchemaOptions
  private var numbers: NumberFitting?
  private var words: WordCounts?
  private var texts: DocumentCounts?
  private var isSecondPass = false

  /// - Parameter column: The column in some of the rows, which says of what kind it is in all.
  /// - Throws: ``SchemaError``: a column that is no feature, options that texts cannot have.
  init(_ column: TableColumn, of table: String, options: SchemaOptions) throws(SchemaError) {
    name = column.name
    self.options = options
    switch column.cells {
    case .numbers: numbers = NumberFitting()
    case .words: words = WordCounts()
    case .texts:
      do throws(VectorizerError) {
        texts = try DocumentCounts(options.text)
      } catch { throw .vectorizer(table: table, column: name, error) }
    case .labels:
      throw .wrongColumn(
        table: table, column: name, expected: "features", found: "labels, which can be a target")
    }
  }

  /// Adds cells to those of the pass; the second one is about numbers alone.
  mutating func add(_ cells: TableColumn.Cells) {
    switch cells {
    case .numbers(let all): numbers?.add(all)
    case .words(let codes, let words) where !isSecondPass:
      self.words?.add(codes: codes, words: words)
    case .texts(let all) where !isSecondPass: for text in all { texts?.add(text) }
    case .words, .texts, .labels: break
    }
  }

  /// Ends a pass over all rows.
  ///
  /// - Returns: Whether they are needed once more.
  mutating func endPass() -> Bool {
    isSecondPass = true
    return numbers?.endPass() ?? false
  }

  /// How the column becomes features.
  ///
  /// - Throws: ``SchemaError``: a column without any cell, or with nearly as many words as rows; texts
  ///   without a vocabulary.
  func column(of table: String) throws(SchemaError) -> SchemaColumn {
    if let numbers {
      guard let fitted = numbers.encoding(standardizes: options.standardizes) else {
        throw .emptyColumn(table: table, column: name)
      }
      return SchemaColumn(name: name, encoding: .number(fitted))
    }
    if let words {
      if words.isEmpty { throw .emptyColumn(table: table, column: name) }
      try words.checkWordsRepeat(table: table, column: name, isTarget: false)
      return SchemaColumn(
        name: name, encoding: .category(words.encoding(leastCount: options.leastCategoryCount)))
    }
    guard let texts else { fatalError("fitting column \(name): nothing is known of it") }
    do throws(VectorizerError) {
      return SchemaColumn(
        name: name, encoding: .text(try Vectorizer(fitting: texts, options: options.text)))
    } catch { throw .vectorizer(table: table, column: name, error) }
  }
}
