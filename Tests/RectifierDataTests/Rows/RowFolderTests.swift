// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct RowFolderTests {
  @Test func eachPartHasItsFile() throws {
    let scratch = try ScratchFolder()
    #expect(try RowFolder(path: scratch.path) == nil)
    try scratch.write(Array("a\n1\n".utf8), "train.csv")
    try scratch.write(Compression.gzip(Array("a\n2\n".utf8)), "test.tsv.gz")
    for name in ["notes.txt", "train.csv.bak", "training.csv", "all.csv"] {
      try scratch.write([], name)
    }
    let folder = try #require(try RowFolder(path: scratch.path))
    #expect(Set(folder.paths.keys) == [.train, .test])
    let test = ContentSource(path: try #require(folder.paths[.test]))
    #expect(try Table(reading: test).numbers("a") == [2])
    #expect(try Table(reading: test).name == "test.tsv.gz")
  }

  @Test(arguments: [
    "csv", "tsv", "tab", "svm", "svmlight", "libsvm", "txt", "svmlight.gz", "txt.gz",
  ])
  func everyFormIsAPart(ending: String) throws {
    let scratch = try ScratchFolder()
    try scratch.write([], "validation.\(ending)")
    #expect(
      try RowFolder(path: scratch.path)?.paths
        == [.validation: scratch.file("validation.\(ending)")])
  }

  @Test func twoFilesOfAPartAreRefused() throws {
    let scratch = try ScratchFolder()
    try scratch.write([], "train.csv")
    try scratch.write([], "train.csv.gz")
    let error = #expect(throws: TableError.self) { try RowFolder(path: scratch.path) }
    #expect(
      error
        == .twoTables(path: scratch.path, first: "train.csv", second: "train.csv.gz"))
    #expect(
      error?.description
        == "reading '\(scratch.path)': expected one file a part, found train.csv and train.csv.gz; "
        + "remove one")
    #expect(throws: TableError.self) { try RowFolder(path: scratch.file("nowhere")) }
  }
}
