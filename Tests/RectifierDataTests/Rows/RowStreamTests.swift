// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierData

/// What is read some at a time is what is read at once.
@Suite struct RowStreamTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func source(_ name: String, _ text: String) throws -> DataSource {
    let path = try scratch.write(Array(text.utf8), name)
    return try DataSource.resolve(path, environment: [:])
  }

  private func stream(
    _ sample: RowSamples.Sample, byteCount: Int
  ) throws -> (RowStream, RawRows) {
    let source = try source(sample.name, sample.text)
    let options = RowSamples.options(for: sample)
    return (
      try source.rowStream(
        options, encoding: nil, target: sample.target, pieceByteCount: byteCount),
      try source.rawRows(options)
    )
  }

  @Test(arguments: RowSamples.all.indices, [1, 100, 1 << 20])
  func piecesAreTheRows(_ index: Int, byteCount: Int) throws {
    let (stream, raw) = try stream(RowSamples.all[index], byteCount: byteCount)
    #expect(stream.rowCount == raw.rowCount && stream.name == raw.name)
    let target = RowSamples.all[index].target
    #expect(stream.targets.column(named: target) == raw.table.column(named: target))
    #expect(stream.targets.lines == raw.table.lines)
    var (lines, pieceCount) = ([UInt32](), 0)
    var builder = SparseMatrix.Builder()
    try stream.forEachPiece { piece in
      lines += piece.table.lines
      pieceCount += 1
      guard let vectors = piece.vectors else { return }
      #expect(vectors.indexBase == raw.vectors?.indexBase)
      for row in 0..<piece.rowCount { builder.addRow(row, of: vectors.features) }
    }
    #expect(lines == raw.table.lines)
    #expect(byteCount > 1 || pieceCount == raw.rowCount)
    if let vectors = raw.vectors {
      #expect(builder.matrix(columnCount: vectors.features.columnCount) == vectors.features)
    }
  }

  @Test(arguments: RowSamples.all.indices)
  func piecesOfSomeRowsAreThese(_ index: Int) throws {
    let (stream, raw) = try stream(RowSamples.all[index], byteCount: 64)
    let rows = (0..<Int32(raw.rowCount)).filter { $0 % 3 != 1 }
    var lines: [UInt32] = []
    try stream.forEachPiece(of: rows) { lines += $0.table.lines }
    #expect(lines == raw.subset(rows: rows).table.lines)
  }

  @Test(arguments: RowSamples.all.indices, [false, true])
  func encodingsAndDataAreThoseOfRowsInMemory(_ index: Int, ofSome: Bool) throws {
    let sample = RowSamples.all[index]
    let (stream, raw) = try stream(sample, byteCount: 80)
    let target = try SchemaTarget(fitting: sample.target, of: raw.table, task: .automatic)
    let rows = ofSome ? (0..<Int32(raw.rowCount)).filter { $0 % 4 != 3 } : nil
    let options = SchemaOptions(target: sample.target)
    let encoding = try stream.encoding(
      fittedTo: rows, target: target, options: options, isBinary: false)
    #expect(
      try encoding
        == RowEncoding.fit(rows.map(raw.subset(rows:)) ?? raw, target: target, options: options))
    let cache = RowCache(folder: scratch.file("cache"))
    let (data, notes) = try stream.dataset(
      encodedBy: encoding, in: cache, key: RowCacheTests.key, needsTarget: true)
    let (memory, expected) = try encoding.dataset(raw, needsTarget: true)
    #expect(data.checksum == memory.checksum && data.name == memory.name)
    #expect(data.labels == memory.labels && data.encoding == memory.encoding)
    #expect(notes == expected.map(\.description))
    let some: [Int32] = [3, 0, 2]
    #expect(data.subset(rows: some).checksum == memory.subset(rows: some).checksum)
    let again = try stream.dataset(
      encodedBy: encoding, in: cache, key: RowCacheTests.key, needsTarget: true)
    #expect(again.0.checksum == memory.checksum && again.notes == notes)
  }

  @Test func severalFilesAreOne() throws {
    let a = try scratch.write(
      Array("rating,review,size\n1,good,1\n2,bad,2\n1,so so,2\n".utf8), "a.csv")
    let b = try scratch.write(Array("review,size,rating\nfine,big,2\nfine,2,1\n".utf8), "b.csv")
    let source = try DataSource.resolve("\(a),\(b)", environment: [:])
    var options = RowOptions()
    options.table.texts = ["review"]
    let stream = try source.rowStream(
      options, encoding: nil, target: "rating", pieceByteCount: 1)
    let raw = try source.rawRows(options)
    let target = try SchemaTarget(fitting: "rating", of: stream.targets, task: .automatic)
    let encoding = try stream.encoding(
      fittedTo: nil, target: target, options: SchemaOptions(target: "rating"), isBinary: false)
    #expect(
      try encoding == RowEncoding.fit(raw, target: target, options: SchemaOptions(target: "rating"))
    )
    let (data, _) = try stream.dataset(
      encodedBy: encoding, in: RowCache(folder: scratch.file("cache")), key: RowCacheTests.key,
      needsTarget: true)
    #expect(try data.checksum == encoding.dataset(raw, needsTarget: true).0.checksum)
  }

  @Test func severalSparseFilesHaveOneBaseAndWidth() throws {
    let a = try scratch.write(Array("1 2:1 4:2\n".utf8), "a.svmlight")
    let b = try scratch.write(Array("2 0:5 1:1\n".utf8), "b.svmlight")
    let source = try DataSource.resolve("\(a),\(b)", environment: [:])
    let stream = try source.rowStream(RowOptions(), encoding: nil, target: nil)
    #expect(stream.numbering == RowStream.Numbering(indexBase: 0, featureCount: 5))
    var columns: [UInt32] = []
    try stream.forEachPiece { columns += $0.vectors?.features.columns ?? [] }
    #expect(columns == [2, 4, 0, 1])
    let c = try scratch.write(Array("x,y\n1,2\n".utf8), "c.csv")
    let mixed = try DataSource.resolve("\(a),\(c)", environment: [:])
    let error = #expect(throws: DataSourceError.self) {
      try mixed.rowStream(RowOptions(), encoding: nil, target: nil)
    }
    #expect(error?.description.contains("numbered features beside columns") == true)
  }

  @Test(arguments: [
    ("empty.csv", ""), ("header.csv", "a,b\n"), ("ragged.csv", "a,b\n1,2\n3\n"),
    ("quote.csv", "a,b\n1,\"2\n"), ("infinite.csv", "a,b\n1,inf\n"),
    ("bytes.csv", "a,b\n1,\u{0}\n"), ("twice.csv", "a,a\n1,2\n"),
    ("empty.svmlight", "# nothing\n"), ("order.svmlight", "1 2:1 1:1\n"),
    ("value.svmlight", "1 1:1\n1 2:x\n"), ("none.svmlight", "1\n2\n"),
    ("zero.svmlight", "x 1:1\n"), ("empty.txt", ""), ("label.txt", "__label__a b\n__label__ c\n"),
  ])
  func whatIsWrongIsSaidAsInMemory(name: String, text: String) throws {
    let source = try source(name, text)
    let memory = #expect(throws: DataSourceError.self) { try source.rawRows(RowOptions()) }
    let stream = #expect(throws: DataSourceError.self) {
      try source.rowStream(RowOptions(), encoding: nil, target: "b", pieceByteCount: 1)
    }
    #expect(memory != nil && memory == stream)
  }

  @Test func aMistakeAmongNumbersIsSaidAsInMemory() throws {
    let rows = (0..<1500).map { "\($0),\($0 == 1200 ? "1o7" : "\($0)")\n" }.joined()
    let source = try source("mixed.csv", "a,b\n" + rows)
    let memory = #expect(throws: DataSourceError.self) { try source.rawRows(RowOptions()) }
    let stream = #expect(throws: DataSourceError.self) {
      try source.rowStream(RowOptions(), encoding: nil, target: "a")
    }
    #expect(memory != nil && memory == stream)
  }

  @Test func aFileThatChangesIsNoticed() throws {
    let source = try source("a.csv", "a,b\n1,2\n2,3\n")
    let stream = try source.rowStream(RowOptions(), encoding: nil, target: nil)
    for (text, found) in [("a,b\n1,2\n", 1), ("a,b\n1,2\n2,3\n4,5\n", 3)] {
      try scratch.write(Array(text.utf8), "a.csv")
      var count = 0
      #expect(throws: DataSourceError.changed(path: "a.csv", expected: 2, found: found)) {
        try stream.forEachPiece { count += $0.rowCount }
      }
      #expect(count <= 2)
    }
  }

  @Test func contentIsKnownByItsBytesAndName() throws {
    func digest(_ name: String, _ text: String) throws -> String {
      try source(name, text).rowStream(RowOptions(), encoding: nil, target: nil).contentDigest()
    }
    let first = try digest("a.csv", "a,b\n1,2\n")
    #expect(try digest("a.csv", "a,b\n1,2\n") == first)
    #expect(try digest("a.csv", "a,b\n1,3\n") != first)
    #expect(try digest("b.csv", "a,b\n1,2\n") != first)
  }
}
