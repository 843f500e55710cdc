// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// The rows of a svmlight file as they are read; indices are those of the file.
struct SvmlightRows {
  /// The greatest index that is allowed.
  static let indexLimit = 1 << 31 - 1

  /// The labels of the rows.
  private(set) var labels = SvmlightLabels()
  /// One above the greatest index; 0 where there is none.
  private(set) var indexEnd = 0
  private var rowStarts = [0]
  private var indices: [UInt32] = []
  private var values: [Float] = []
  private var hasIndexZero = false
  /// The first index that is too great if the first feature turns out to be 0.
  private var doubtful: SvmlightError?
  private let options: SvmlightOptions
  /// Whether entries are kept, beside the labels.
  private let keepsEntries: Bool

  init(options: SvmlightOptions, keepsEntries: Bool = true) {
    self.options = options
    self.keepsEntries = keepsEntries
  }

  /// Opens a file.
  static func open(_ source: ContentSource) throws(SvmlightError) -> LineStream {
    do throws(StoredContentError) {
      return try LineStream(source, doing: "reading sparse rows")
    } catch { throw .content(error) }
  }

  /// Reads lines: at least one row, and no further one once so many bytes have been read.
  mutating func read(
    _ stream: LineStream, path: String, byteLimit: Int = .max
  ) throws(SvmlightError) {
    let start = stream.givenByteCount
    while labels.rowCount == 0 || stream.givenByteCount - start < byteLimit {
      guard let line = try Self.next(stream, path: path) else { return }
      var reader = SvmlightLine(line)
      guard !reader.isBlank else { continue }
      guard labels.rowCount < Int(Int32.max) else { throw .tooManyRows(path: path) }
      do throws(SvmlightLine.Failure) {
        try reader.readLabels { labels.add($0) }
        try readEntries(&reader, of: stream, path: path)
      } catch { throw Self.error(error, in: line, of: stream, path: path) }
      labels.endRow(line: stream.number)
      rowStarts.append(indices.count)
    }
  }

  /// The index of the first feature.
  ///
  /// - Throws: The fault of an index that is too great for it.
  func resolvedBase(path: String) throws(SvmlightError) -> SvmlightOptions.IndexBase {
    if options.indexBase != .automatic { return options.indexBase }
    guard hasIndexZero else { return .one }
    if let doubtful { throw doubtful }
    return .zero
  }

  /// All rows.
  func matrix(base: SvmlightOptions.IndexBase, featureCount: Int) -> SparseMatrix {
    SparseMatrix(
      columnCount: featureCount, rowStarts: rowStarts,
      columns: base == .one ? indices.map { $0 - 1 } : indices, values: values)
  }

  private mutating func readEntries(
    _ reader: inout SvmlightLine, of stream: LineStream, path: String
  ) throws(SvmlightLine.Failure) {
    var previous = -1
    while let entry = try reader.nextEntry() {
      let index = entry.index
      if index <= previous {
        throw reader.failure(
          index == previous ? .repeatedIndex : .unsortedIndex(previous: previous))
      }
      previous = index
      if index == 0 { try noteZero(reader) }
      if let count = options.featureCount, index >= count {
        try noteBeyond(count, index: index, reader, of: stream, path: path)
      }
      if keepsEntries, entry.value != 0 {
        indices.append(UInt32(index))
        values.append(entry.value)
      }
    }
    indexEnd = max(indexEnd, previous + 1)
  }

  private mutating func noteZero(_ reader: SvmlightLine) throws(SvmlightLine.Failure) {
    if options.indexBase == .one { throw reader.failure(.zeroIndex) }
    hasIndexZero = true
  }

  /// Refuses an index that is too great, or remembers it where that is not known yet.
  private mutating func noteBeyond(
    _ count: Int, index: Int, _ reader: SvmlightLine, of stream: LineStream, path: String
  ) throws(SvmlightLine.Failure) {
    let base = hasIndexZero ? .zero : options.indexBase
    let failure = reader.failure(.indexBeyondCount(featureCount: count, base: base))
    if index > count || base == .zero { throw failure }
    guard base == .automatic, doubtful == nil else { return }
    doubtful = Self.error(
      reader.failure(.indexBeyondCount(featureCount: count, base: .zero)), in: reader.bytes,
      of: stream, path: path)
  }

  private static func next(
    _ stream: LineStream, path: String
  ) throws(SvmlightError) -> UnsafeBufferPointer<UInt8>? {
    do throws(LineStream.Failure) {
      return try stream.next()
    } catch {
      switch error {
      case .content(let error): throw .content(error)
      case .longLine: throw .longLine(path: path, line: stream.number)
      }
    }
  }

  private static func error(
    _ failure: SvmlightLine.Failure, in line: UnsafeBufferPointer<UInt8>, of stream: LineStream,
    path: String
  ) -> SvmlightError {
    .fault(
      failure.fault, path: path, line: stream.number,
      byte: stream.offset + failure.place.lowerBound,
      found: String(decoding: line[failure.place], as: UTF8.self))
  }
}
