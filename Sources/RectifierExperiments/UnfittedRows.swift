// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics

/// The rows of a training source before anything is fitted to them: in memory, or read some at a time.
enum UnfittedRows {
  case memory(RawRows)
  case stream(RowStream, RowStreaming, RowCache)

  /// Reads the rows, or reads them once to know what they are.
  ///
  /// - Parameter cache: Where encoded rows are kept; nil for rows in memory.
  init(
    _ source: DataSource, _ input: InputConfiguration, needsTarget: Bool,
    _ streaming: RowStreaming, cache: RowCache?
  ) throws {
    guard let cache else {
      let raw = try source.rawRows(input.rowOptions)
      self = .memory(needsTarget ? raw : raw.withoutLabels)
      return
    }
    let stream = try source.rowStream(
      input.rowOptions, encoding: nil, target: input.target,
      pieceByteCount: streaming.pieceByteCount)
    self = .stream(needsTarget ? stream : stream.withoutLabels, streaming, cache)
  }

  /// What messages call the rows.
  var name: String {
    switch self {
    case .memory(let raw): raw.name
    case .stream(let stream, _, _): stream.name
    }
  }

  var rowCount: Int {
    switch self {
    case .memory(let raw): raw.rowCount
    case .stream(let stream, _, _): stream.rowCount
    }
  }

  /// All columns; of a stream without a row.
  var header: Table {
    switch self {
    case .memory(let raw): raw.table
    case .stream(let stream, _, _): stream.header
    }
  }

  /// The column of that name with all rows; where there is none, what tells which there are.
  func targets(named name: String) -> Table {
    guard case .stream(let stream, _, _) = self else { return header }
    return stream.targets.column(named: name) == nil ? header : stream.targets
  }

  /// What rows say about features, with the target as it has been fitted.
  ///
  /// - Parameter rows: Those that are fitted to, ascending; nil for all.
  func encoding(
    fittedTo rows: [Int32]?, target: SchemaTarget?, options: SchemaOptions, isBinary: Bool
  ) throws -> RowEncoding {
    switch self {
    case .memory(let raw):
      try RowEncoding.fit(
        rows.map(raw.subset(rows:)) ?? raw, target: target, options: options, isBinary: isBinary)
    case .stream(let stream, _, _):
      try stream.encoding(fittedTo: rows, target: target, options: options, isBinary: isBinary)
    }
  }

  /// Parts of the rows as data sets.
  ///
  /// - Parameter parts: The rows of each, ascending; none of them empty.
  /// - Returns: The data sets, and what is worth knowing about their rows.
  func datasets(
    of parts: [[Int32]], encodedBy encoding: RowEncoding, _ input: InputConfiguration,
    needsTarget: Bool
  ) throws -> (data: [Dataset], notes: [String]) {
    switch self {
    case .memory(let raw):
      let encoded = try parts.map { (rows) throws(SchemaError) in
        try encoding.dataset(raw.subset(rows: rows), needsTarget: needsTarget)
      }
      return (encoded.map(\.0), encoded.flatMap(\.1).map(\.description))
    case .stream(let stream, let streaming, let cache):
      let (whole, notes) = try streaming.dataset(
        stream, encodedBy: encoding, input, in: cache, needsTarget: needsTarget)
      return (parts.map { whole.subset(rows: $0) }, notes)
    }
  }
}

extension RawRows {
  /// The same without columns that can only be learned: sets of labels.
  fileprivate var withoutLabels: RawRows {
    guard vectors == nil else { return self }
    return RawRows(
      table: table.columns { if case .labels = $0.cells { false } else { true } })
  }
}
