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
  /// Whether a word stood among numbers that nobody had promised: the column has to be read again.
  private(set) var isRefuted = false
  private var numbers: [Float] = []
  private var codes: [Int32] = []
  private var words: [String] = []
  private var codeOfWord: [String: Int32] = [:]
  private var texts: [String] = []

  init(name: String, role: ColumnRole) {
    self.name = name
    self.role = role
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
      case .number(let number): numbers.append(number)
      case .missing: numbers.append(.nan)
      case .notFinite: throw .notFinite
      case .word:
        if isCertain { throw .notANumber }
        isRefuted = true
        numbers = []
      }
    case .words: addWord(stream.word(field), missing: missing)
    case .texts: texts.append(stream.text(field))
    case .ignored: break
    }
  }

  private mutating func addWord(_ word: String, missing: MissingCells) {
    if let code = codeOfWord[word] {
      codes.append(code)
      return
    }
    let code = missing.contains(word) ? -1 : Int32(words.count)
    if code >= 0 { words.append(word) }
    codeOfWord[word] = code
    codes.append(code)
  }

  /// The cells of all rows; nil of a column that is ignored or has to be read again.
  var column: TableColumn? {
    switch role {
    case .ignored: nil
    case .numbers: isRefuted ? nil : TableColumn(name: name, cells: .numbers(numbers))
    case .words: TableColumn(name: name, cells: .words(codes: codes, words: words))
    case .texts: TableColumn(name: name, cells: .texts(texts))
    }
  }
}
