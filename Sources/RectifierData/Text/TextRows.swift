// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The rows of a file of texts as they are read, with labels in the format of fastText or without.
struct TextRows {
  /// A label without a name, and where in the line it stands.
  struct EmptyLabel: Error {
    let place: Int
  }

  /// Whether texts are kept, beside the labels.
  let keepsTexts: Bool
  /// The labels' names in order of first appearance.
  private var labels: [String] = []
  /// Where the labels of each row begin among those of all rows.
  private var setStarts = [0]
  private var setLabels: [Int32] = []
  /// For each row its text: the pieces that are no labels, one space between two.
  private var texts: [String] = []
  /// For each row the number of its line, from 1.
  private(set) var lines: [UInt32] = []
  private var table = TermTable()
  private var text: [UInt8] = []

  init(keepsTexts: Bool) { self.keepsTexts = keepsTexts }

  /// Adds a line that is a text, an empty one too.
  mutating func add(text line: UnsafeBufferPointer<UInt8>, number: Int) {
    setStarts.append(setLabels.count)
    append(String(decoding: line, as: UTF8.self), number: number)
  }

  /// Adds a line with labels, unless it is blank.
  mutating func add(labelled line: UnsafeBufferPointer<UInt8>, number: Int) throws(EmptyLabel) {
    text.removeAll(keepingCapacity: true)
    var start = 0
    while true {
      while start < line.count, Self.isBlank(line[start]) { start += 1 }
      if start == line.count { break }
      var end = start
      while end < line.count, !Self.isBlank(line[end]) { end += 1 }
      let piece = line[start..<end]
      if piece.starts(with: FastTextFile.labelPrefix.utf8) {
        let name = piece.dropFirst(FastTextFile.labelPrefix.utf8.count)
        if name.isEmpty { throw EmptyLabel(place: start) }
        setLabels.append(self.number(of: String(decoding: name, as: UTF8.self)))
      } else {
        if !text.isEmpty { text.append(0x20) }
        text.append(contentsOf: piece)
      }
      start = end
    }
    if setLabels.count == setStarts[setStarts.count - 1], text.isEmpty { return }
    setStarts.append(setLabels.count)
    append(String(decoding: text, as: UTF8.self), number: number)
  }

  private mutating func append(_ text: String, number: Int) {
    if keepsTexts { texts.append(text) }
    lines.append(UInt32(truncatingIfNeeded: number))
  }

  /// All rows: a column of labels where there are any, and one of texts where they are kept.
  func table(named name: String, hasLabels: Bool) -> Table {
    var columns: [TableColumn] = []
    if hasLabels {
      let sets = ClassSets(starts: setStarts, classes: setLabels)
      columns.append(TableColumn(name: FastTextFile.labelColumn, cells: .labels(sets, labels)))
    }
    if keepsTexts { columns.append(TableColumn(name: TextLines.textColumn, cells: .texts(texts))) }
    return Table(name: name, columns: columns, lines: lines)
  }

  private mutating func number(of label: String) -> Int32 {
    let number = table.insert(label)
    if number == labels.count { labels.append(label) }
    return Int32(number)
  }

  /// The blanks of fastText.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0
  }
}
