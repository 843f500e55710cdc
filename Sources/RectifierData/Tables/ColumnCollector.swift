// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Collects the cells of one column while a file is read.
struct ColumnCollector {
  /// What a cell came to, if it is not what the column needs.
  enum Fault: Error {
    case notANumber, notFinite
  }

  let name: String
  let role: ColumnRole
  /// Whether cells are kept; else they are checked, and words that nobody had promised are listed.
  let keepsCells: Bool
  /// Whether a word stood among numbers that nobody had promised: the column has to be read again.
  private(set) var isRefuted = false
  private var numbers: [Float] = []
  private var codes: [Int32] = []
  private var words: [String] = []
  private var codeOfWord: [String: Int32] = [:]
  private var texts: [String] = []

  /// The first word that is no number, and its line.
  private var firstOther: (word: String, line: Int)?

  init(name: String, role: ColumnRole, keepsCells: Bool) {
    self.name = name
    self.role = role
    self.keepsCells = keepsCells
  }

  /// Adds the cell of the next row.
  @inline(__always)
  mutating func add(
    _ field: Field, of stream: RecordStream, missing: MissingCells
  ) throws(Fault) {
    switch role {
    case .numbers(let isCertain):
      if isRefuted { return }
      switch CellKind.of(stream.cell(field), missing: missing) {
      case .number(let number): if keepsCells { numbers.append(number) }
      case .missing: if keepsCells { numbers.append(.nan) }
      case .notFinite: throw .notFinite
      case .word:
        if isCertain { throw .notANumber }
        isRefuted = true
        numbers = []
      }
    case .words(let isCertain):
      if keepsCells || !isCertain {
        addWord(stream.word(field), line: stream.line, missing: missing)
      }
    case .texts: if keepsCells { texts.append(stream.text(field)) }
    case .ignored: break
    }
  }

  private mutating func addWord(_ word: String, line: Int, missing: MissingCells) {
    if let code = codeOfWord[word] {
      if keepsCells { codes.append(code) }
      return
    }
    let code = missing.contains(word) ? -1 : Int32(words.count)
    if code >= 0 {
      words.append(word)
      if firstOther == nil, !Self.isNumber(word) { firstOther = (word, line) }
    }
    codeOfWord[word] = code
    if keepsCells { codes.append(code) }
  }

  private static func isNumber(_ word: String) -> Bool {
    Array(word.utf8).withUnsafeBufferPointer { DecimalNumber.float($0) != nil }
  }

  /// From so many different numbers on, a word among them is taken for a mistake.
  private static let mixedNumberCount = 100

  /// Refuses words that nobody had promised and that are nearly all numbers.
  func checkNotMixed(path: String) throws(TableError) {
    guard role == .words(isCertain: false), let firstOther else { return }
    let numberCount = words.count(where: Self.isNumber)
    guard numberCount >= Self.mixedNumberCount, numberCount * 10 >= words.count * 9 else { return }
    throw .mixedColumn(
      path: path, line: firstOther.line, column: name, found: firstOther.word,
      numberCount: numberCount)
  }

  /// The cells of all rows; nil of a column that is ignored or has to be read again, or is not kept.
  var column: TableColumn? {
    if !keepsCells { return nil }
    return switch role {
    case .ignored: nil
    case .numbers: isRefuted ? nil : TableColumn(name: name, cells: .numbers(numbers))
    case .words: TableColumn(name: name, cells: .words(codes: codes, words: words))
    case .texts: TableColumn(name: name, cells: .texts(texts))
    }
  }
}
