// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct TableFolderTests {
  @Test func eachPartHasItsFile() throws {
    let scratch = try ScratchFolder()
    #expect(try TableFolder(path: scratch.path) == nil)
    try scratch.write(Array("a\n1\n".utf8), "train.csv")
    try scratch.write(Compression.gzip(Array("a\n2\n".utf8)), "test.tsv.gz")
    for name in ["notes.txt", "train.csv.bak", "training.csv", "all.csv"] {
      try scratch.write([], name)
    }
    let folder = try #require(try TableFolder(path: scratch.path))
    #expect(Set(folder.sources.keys) == [.train, .test])
    let test = try #require(folder.sources[.test])
    #expect(try Table(reading: test).numbers("a") == [2])
    #expect(try Table(reading: test).name == "test.tsv.gz")
  }

  @Test func twoFilesOfAPartAreRefused() throws {
    let scratch = try ScratchFolder()
    try scratch.write([], "train.csv")
    try scratch.write([], "train.csv.gz")
    let error = #expect(throws: TableError.self) { try TableFolder(path: scratch.path) }
    #expect(
      error
        == .twoTables(path: scratch.path, first: "train.csv", second: "train.csv.gz"))
    #expect(
      error?.description
        == "reading '\(scratch.path)': expected one file a part, found train.csv and train.csv.gz; "
        + "remove one")
    #expect(throws: TableError.self) { try TableFolder(path: scratch.file("nowhere")) }
  }
}
