// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct PictureFolderTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func load(_ path: String? = nil, _ change: (inout PictureOptions) -> Void = { _ in })
    throws(DataSourceError) -> DatasetParts
  {
    var options = PictureOptions()
    change(&options)
    return try DataSource.resolve(path ?? scratch.path, environment: [:]).load(pictures: options)
  }

  @Test func aFolderAClass() throws {
    try scratch.writeClass("two", 2, start: 20)
    try scratch.writeClass("one", 4, start: 10)
    let data = try #require(try load()[.all])
    #expect(data.labels == ["one", "two"])
    #expect(data.imageShape == ImageShape(height: 2, width: 2))
    #expect(data.classNumbers == [0, 1, 0, 0, 1, 0])
    #expect(data.firstBytes == [10, 20, 11, 12, 21, 13])
    #expect(data.files.prefix(2) == ["one/00.pgm", "two/00.pgm"])
    #expect(data.featureCount == 4)
  }

  /// The rows that `train` holds out by itself.
  @Test func theLastTenthHoldsEachClassInProportion() throws {
    for (label, count) in [("a", 40), ("b", 20), ("c", 60)] { try scratch.writeClass(label, count) }
    let data = try #require(try load()[.all])
    let (rest, held) = try Split.split(data, validationCount: 12, draw: .last, seed: Seed(1))
    #expect(held.classCounts == [4, 2, 6])
    #expect(rest.classCounts == [36, 18, 54])
  }

  @Test func partsAreReadApart() throws {
    try scratch.writeClass("train/b", 2, start: 1)
    try scratch.writeClass("train/a", 2, start: 11)
    try scratch.writeClass("test/b", 1, start: 50)
    let parts = try load()
    #expect(parts.available == [.train, .test, .all])
    #expect(parts.train?.firstBytes == [11, 1, 12, 2])
    #expect(parts.test?.labels == ["a", "b"])
    #expect(parts.test?.classNumbers == [1])
    #expect(parts.test?.files == ["test/b/00.pgm"])
  }

  @Test func aClassThatTrainingDoesNotKnow() throws {
    for folder in ["train/a", "train/b", "validation/c"] { try scratch.writeClass(folder, 1) }
    #expect(
      throws: DataSourceError.picture(
        .unknownClass(
          folder: scratch.file("validation"), label: "c", trainingFolder: scratch.file("train")))
    ) { try load() }
  }

  @Test func withoutATrainingPartAllPartsNumberTheClasses() throws {
    try scratch.writeClass("test/b", 1)
    try scratch.writeClass("validation/a", 1)
    let parts = try load()
    #expect(parts.test?.classNumbers == [1])
    #expect(parts.validation?.classNumbers == [0])
  }

  @Test func loosePicturesAreRowsWithoutClasses() throws {
    try scratch.writeGrey("b.png", 7)
    try scratch.writeGrey("a.pgm", 9)
    let data = try #require(try load()[.all])
    #expect(data.files == ["a.pgm", "b.png"])
    #expect(data.firstBytes == [9, 7])
    #expect(data.labels.isEmpty)
    for count in 1...2 {
      #expect(throws: DataSourceError.picture(.noClasses(path: scratch.path))) {
        try load { $0.minimumClassCount = count }
      }
    }
  }

  @Test func aSinglePictureIsARow() throws {
    try scratch.writeGrey("deep/a.png", 7)
    let path = scratch.file("deep/a.png")
    let data = try #require(try load(path)[.all])
    #expect((data.rowCount, data.files) == (1, [path]))
    #expect(throws: DataSourceError.picture(.noClasses(path: path))) {
      try load(path) { $0.minimumClassCount = 1 }
    }
    // The content says what it is.
    try scratch.write(try scratch.read("deep/a.png"), "scan")
    #expect(try load(scratch.file("scan"))[.all]?.firstBytes == [7])
  }

  @Test func oneClassIsEnoughExceptToTrain() throws {
    try scratch.writeClass("only", 2)
    #expect(try load { $0.minimumClassCount = 1 }[.all]?.labels == ["only"])
    let error = DataSourceError.picture(.oneClass(folder: scratch.path, label: "only"))
    #expect(throws: error) { try load { $0.minimumClassCount = 2 } }
    #expect(
      error.description.hasSuffix("found only 'only'; add a folder with pictures of another class"))
  }

  @Test func aFolderOfIDXFilesIsStillOne() throws {
    try scratch.writeSmallFolder()
    #expect(try !DataSource.resolve(scratch.path, environment: [:]).holdsPictures)
    #expect(try load().train?.rowCount == 4)
    // What else lies there has no say.
    try scratch.writeGrey("preview.png", 1)
    #expect(try load().train?.rowCount == 4)
  }

  @Test func aFileThatIsNoPictureIsNotUnderstood() throws {
    let path = try scratch.write([1, 2, 3], "notes.doc")
    #expect(throws: DataSourceError.notUnderstood(path: path)) { try load(path) }
    let empty = try scratch.write([], "empty.png")
    let error = DataSourceError.picture(.unknownFormat(path: empty, found: []))
    #expect(throws: error) { try load(empty) }
    #expect(
      error.description
        == "reading picture '\(empty)': at byte 0: expected a PNG, PGM or PPM file, found an empty "
        + "file; convert the picture to PNG")
  }

  @Test func checksumsFollowThePixelsAlone() throws {
    try scratch.writeGrey("one/a/1.png", 3)
    try scratch.writeGrey("one/b/1.png", 4)
    try scratch.writeGrey("two/a/x.pgm", 3)
    try scratch.writeGrey("two/b/y.pgm", 4)
    let checksums = try ["one", "two"].map { try load(scratch.file($0))[.all]?.checksum }
    #expect(checksums[0] != nil)
    #expect(checksums[0] == checksums[1])
  }
}
