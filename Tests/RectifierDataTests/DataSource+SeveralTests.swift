// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct DataSourceSeveralTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func resolve(_ argument: String) throws(DataSourceError) -> DataSource {
    try DataSource.resolve(argument, dataFolder: scratch.path, environment: [:])
  }

  @discardableResult
  private func write(_ text: String, _ name: String) throws -> String {
    try scratch.write(Array(text.utf8), name)
  }

  @Test func aFileOfACatalogFolderIsFoundPlainOrCompressed() throws {
    try scratch.folder("amazon")
    let plain = try write("1 0:1\n", "amazon/books_train.svmlight")
    let gzip = try scratch.write(
      Compression.gzip(Array("1 0:1\n".utf8)), "amazon/dvd_train.svmlight.gz")
    #expect(try resolve("amazon/books_train.svmlight").path == plain)
    let source = try resolve("amazon/dvd_train.svmlight")
    #expect(source.path == gzip && source.name == "dvd_train.svmlight")
    #expect(source.rowFormat() == .svmlight)
    let error = #expect(throws: DataSourceError.self) {
      try resolve("amazon/kitchen_train.svmlight")
    }
    #expect(error?.isMissingInput == true)
    #expect(
      error?.description.contains("expected a file 'amazon/kitchen_train.svmlight' in") == true)
    #expect(error?.description.contains("'rectifier data info amazon'") == true)
  }

  @Test func aFolderStandsForItsOnlyTable() throws {
    try scratch.folder("restaurants")
    try write("rating,review\n1,a\n", "restaurants/reviews.csv")
    try write("what it is", "restaurants/README.md")
    let source = try resolve("restaurants")
    #expect(source.rowFormat() == .csv && source.name == "restaurants")
    #expect(try source.rawRows(RowOptions()).rowCount == 1)
    try write("rating,review\n1,a\n", "restaurants/more.csv")
    #expect(try resolve("restaurants").rowFormat() == nil)
    #expect(try resolve("restaurants").rowFormat(.csv) == nil)
  }

  @Test func aFolderHasAFileAPart() throws {
    try scratch.folder("shops")
    try write("rating,review\n1,good\n2,bad\n", "shops/train.csv")
    let test = Array("review\trating\nfine\t3\n".utf8)
    try scratch.write(Compression.gzip(test), "shops/test.tsv.gz")
    try write("what it is", "shops/README.md")
    let source = try resolve(scratch.file("shops"))
    #expect(source.rowParts == [.train, .test] && source.evaluationPart == .test)
    #expect(source.rowFormat() == .csv && source.name == "shops")
    #expect(source.absolutePath.map(DataSource.isThere) == true)
    let counts = try Part.allCases.map { try source.part($0)?.rawRows(RowOptions()).rowCount }
    #expect(counts == Part.allCases.map { [.train: 2, .test: 1, .all: 3][$0] })
    #expect(try source.rawRows(RowOptions()).rowCount == 3)
    #expect(source.part(.test)?.name == "shops test")
    #expect(throws: DataSourceError.self) { try source.load() }
    try write("rating,review\n1,good\n", "shops/train.csv.gz")
    let error = #expect(throws: DataSourceError.self) { try resolve(scratch.file("shops")) }
    #expect(error?.description.contains("found train.csv and train.csv.gz") == true)
  }

  /// The file is looked at once, when it is found.
  @Test func theFormIsThatOfTheFileThatWasFound() throws {
    let source = try resolve(try write("__label__a b\n", "a.txt"))
    try write("b\n", "a.txt")
    #expect(source.rowFormat() == .fasttext && source.rowFormat(.text) == .text)
    #expect(source.rowParts == [] && source.part(.all) == source && source.part(.test) == nil)
  }

  @Test func severalFilesAreOneAfterAnother() throws {
    let a = try write("rating,review\n1,good\n2,bad\n", "a.csv")
    let b = try write("review,rating\nfine,3\n", "b.csv")
    let source = try resolve("\(a),\(b)")
    #expect(source.name == "a.csv+1" && source.rowFormat() == .csv)
    #expect(source.absolutePath.map(DataSource.isThere) == true)
    let rows = try source.rawRows(RowOptions())
    #expect(rows.table.column(named: "rating")?.cells == .numbers([1, 2, 3]))
    #expect(rows.table.line(ofRow: 2) == 2)
    try scratch.remove("b.csv")
    #expect(!DataSource.isThere(source.path))
  }

  @Test func aPathWithACommaIsThatPath() throws {
    let path = try write("x\n1\n", "a,b.csv")
    #expect(try resolve(path).kind == .files)
    #expect(DataSource.isThere(path))
  }

  @Test func whereOneFileCountsFromZeroAllDo() throws {
    let one = try write("1 1:2 3:1\n", "one.svm")
    let zero = try write("-1 0:5 5:1\n", "zero.svm")
    let rows = try resolve("\(one),\(zero)").rawRows(RowOptions())
    #expect(rows.vectors?.indexBase == 0)
    let matrix = try #require(rows.vectors?.features)
    #expect(matrix.columnCount == 6 && matrix.rowStarts == [0, 2, 4])
    #expect(matrix.columns == [1, 3, 0, 5] && matrix.values == [2, 1, 5, 1])
    #expect(rows.table.columns[0].cells == .numbers([1, -1]))
  }

  @Test func whatDoesNotBelongTogetherIsRefused() throws {
    let table = try write("rating\n1\n", "a.csv")
    let sparse = try write("1 0:1\n", "b.svm")
    for (argument, found) in [
      ("\(table),\(sparse)", "numbered features beside columns"), ("\(table),", "an empty name"),
      ("\(table),glyphs", "'glyphs', which is no file"), ("\(table),-", "'-', which is no file"),
    ] {
      let error = #expect(throws: DataSourceError.self) {
        try resolve(argument).rawRows(RowOptions())
      }
      #expect(error == .notSeveral(argument: argument, found: found))
      #expect(error?.description.contains(found) == true)
    }
    #expect(throws: DataSourceError.notFound(argument: "nowhere.csv", nearest: nil)) {
      try resolve("\(table),nowhere.csv")
    }
    let folder = try scratch.folder("pictures")
    #expect(throws: DataSourceError.notRows(path: folder)) {
      try resolve("\(table),\(folder)").rawRows(RowOptions())
    }
    #expect(throws: DataSourceError.notRows(path: "\(folder),\(folder)")) {
      try resolve("\(folder),\(folder)").load()
    }
  }
}
