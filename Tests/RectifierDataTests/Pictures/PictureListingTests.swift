// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct PictureListingTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Writes empty files; a listing opens none of them.
  private func write(_ names: String...) throws {
    for name in names {
      if let slash = name.lastIndex(of: "/") { try scratch.folder(String(name[..<slash])) }
      try scratch.write([], name)
    }
  }

  private func classes() throws -> [String] {
    guard case .classes(let classes) = try PictureListing(scratch.path).content else { return [] }
    return classes.map { "\($0.label): \($0.files.joined(separator: " "))" }
  }

  private func expectMisplaced(
    _ name: String, _ expected: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let error = #expect(throws: PictureError.self, sourceLocation: location) {
      try PictureListing(scratch.path)
    }
    guard case .misplaced(let path, let found, _) = error else { throw try #require(error) }
    #expect(path == scratch.file(name), sourceLocation: location)
    #expect(found == expected, sourceLocation: location)
  }

  @Test func classesAndFilesAreInTheOrderOfTheirBytes() throws {
    try write("b/2.png", "b/10.png", "B/x.PGM", "a/y.ppm", "a/Z.pnm")
    #expect(try classes() == ["B: B/x.PGM", "a: a/Z.pnm a/y.ppm", "b: b/10.png b/2.png"])
  }

  @Test func hiddenAndOtherFilesAreSkipped() throws {
    try write(
      "a/1.png", "b/1.png", ".hidden.png", "a/.2.png", "a/notes.txt", "a/png", "b/Thumbs.db",
      "README.md", ".git/x.png")
    #expect(try classes() == ["a: a/1.png", "b: b/1.png"])
  }

  @Test(arguments: ["jpg", "JPEG", "gif", "bmp", "tif", "webp", "heic", "pbm", "pam"])
  func picturesInOtherFormatsAreRefused(suffix: String) throws {
    try write("a/1.png", "a/2.\(suffix)")
    try expectMisplaced("a/2.\(suffix)", "PNG, PGM or PPM pictures")
  }

  @Test func loosePicturesHaveNoClasses() throws {
    try write("1.png", "2.pgm", "notes.txt")
    guard case .loose(let files) = try PictureListing(scratch.path).content else {
      Issue.record("not loose")
      return
    }
    #expect(files == ["1.png", "2.pgm"])
  }

  @Test func partsHaveClassesInside() throws {
    try write("train/a/1.png", "train/b/2.png", "test/a/3.png")
    guard case .parts(let parts) = try PictureListing(scratch.path).content else {
      Issue.record("no parts")
      return
    }
    #expect(parts.keys.sorted { $0.rawValue < $1.rawValue } == [.test, .train])
    #expect(parts[.train]?.map(\.label) == ["a", "b"])
    #expect(parts[.test]?.first?.files == ["test/a/3.png"])
  }

  @Test func partsNamesWithPicturesInsideAreClasses() throws {
    try write("train/1.png", "bus/1.png")
    #expect(try classes() == ["bus: bus/1.png", "train: train/1.png"])
  }

  @Test func whatLiesWhereItDoesNotBelong() throws {
    try write("a/1.png", "b/2.png", "c.png")
    try expectMisplaced("c.png", "class folders alone beside 'a'")
    try scratch.remove("c.png")
    try write("a/deep/1.png")
    try expectMisplaced("a/deep", "only pictures in a class folder")
  }

  @Test func whatLiesBesideParts() throws {
    try write("train/a/1.png", "train/b/1.png", "other/1.png")
    try expectMisplaced("other", "only folders called train, validation and test beside each other")
    try scratch.remove("other")
    try write("train/1.png")
    try expectMisplaced("train/1.png", "class folders alone")
  }

  @Test func aClassWithoutPictures() throws {
    try write("a/1.png", "b/notes.txt")
    #expect(throws: PictureError.noPictures(folder: scratch.file("b"))) {
      try PictureListing(scratch.path)
    }
  }

  @Test func aPartWithoutClasses() throws {
    try write("train/a/1.png")
    try scratch.folder("test")
    #expect(throws: PictureError.noClasses(path: scratch.file("test"))) {
      try PictureListing(scratch.path)
    }
  }

  @Test func aFolderThatIsNotThere() throws {
    let error = #expect(throws: PictureError.self) { try PictureListing(scratch.file("none")) }
    guard case .file(.notFound) = error else { throw try #require(error) }
  }

  @Test func onlyFoldersWithPicturesOrFoldersAreOfConcern() throws {
    #expect(!PictureListing.concerns(scratch.path))
    try write("notes.txt", ".a.png")
    #expect(!PictureListing.concerns(scratch.path))
    try write("a.jpg")
    #expect(PictureListing.concerns(scratch.path))
    try scratch.remove("a.jpg")
    try scratch.folder("a")
    #expect(PictureListing.concerns(scratch.path))
    #expect(!PictureListing.concerns(scratch.file("none")))
  }
}
