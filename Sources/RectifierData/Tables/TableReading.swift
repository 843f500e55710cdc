// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Takes in the rows of a file of separated values, whose columns are known.
struct TableReading {
  private(set) var collectors: [ColumnCollector]
  private(set) var lines: [UInt32] = []
  private let source: ContentSource
  private let options: TableOptions
  private let missing: MissingCells

  /// - Parameter keeps: The names of the columns whose cells are kept.
  init(
    _ source: ContentSource, options: TableOptions, names: [String], roles: [ColumnRole],
    keeps: (String) -> Bool = { _ in true }
  ) {
    self.source = source
    self.options = options
    missing = MissingCells(options)
    collectors = zip(names, roles).map {
      ColumnCollector(name: $0, role: $1, keepsCells: keeps($0))
    }
  }

  /// Opens the file at its first row.
  static func open(
    _ source: ContentSource, options: TableOptions
  ) throws(TableError) -> RecordStream {
    let stream = try RecordStream(source, options: options)
    if options.hasHeader { _ = try stream.next() }
    return stream
  }

  /// Reads rows: at least one, and no further one once so many bytes have been read.
  mutating func read(_ stream: RecordStream, byteLimit: Int = .max) throws(TableError) {
    let start = stream.givenByteCount
    while lines.isEmpty || stream.givenByteCount - start < byteLimit {
      guard try stream.next() else { return }
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

  /// The columns whose cells are kept.
  var table: Table {
    Table(name: source.name, columns: collectors.compactMap(\.column), lines: lines)
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
