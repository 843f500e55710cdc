// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct IDXFolderTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func read() throws -> DatasetParts { try IDXFolder.read(scratch.path, name: "small") }

  private func failure() -> IDXError? {
    #expect(throws: IDXError.self) { try read() }
  }

  @Test(arguments: [false, true])
  func partsAreRead(compressed: Bool) throws {
    try scratch.writeSmallFolder(compressed: compressed)
    let parts = try read()
    let train = try #require(parts.train)
    #expect(parts.available == [.train, .test, .all])
    #expect(parts.evaluationPart == .test)
    #expect(train.name == "small train")
    #expect(train.rowCount == 4)
    #expect(train.featureCount == 6)
    #expect(train.imageShape == ImageShape(height: 2, width: 3))
    #expect(train.labels == ["0", "1", "2"])
    #expect(train.classCounts == [1, 1, 2])
    #expect(train.preprocessing == Preprocessing(divisor: 255))
    #expect(parts.test?.labels == train.labels)
    #expect(parts.test?.classCounts == [1, 1, 0])
    #expect(parts[.all]?.rowCount == 6)
    // zlib.crc32(bytes(range(24)) + struct.pack("<4i", 0, 2, 1, 2)) of Python 3.11.
    #expect(train.checksum == "crc32:ca849039")
  }

  @Test(arguments: ["train-images.idx3-ubyte", "train-images.idx3-ubyte.gz"])
  func theDottedSpellingIsRead(name: String) throws {
    try scratch.write(IDXBytes.images(2), name)
    try scratch.write(IDXBytes.labels([1, 0]), "train-labels.idx1-ubyte")
    #expect(try read().train?.rowCount == 2)
  }

  @Test func aValidationPartIsRead() throws {
    try scratch.writeSmallFolder()
    try scratch.write(IDXBytes.images(3, start: 200), "validation-images-idx3-ubyte")
    try scratch.write(IDXBytes.labels([2, 2, 2]), "validation-labels-idx1-ubyte")
    let parts = try read()
    #expect(parts.available == Part.allCases)
    #expect(parts.validation?.classCounts == [0, 0, 3])
    #expect(parts[.all]?.rowCount == 9)
  }

  @Test func withoutATrainingPartAllLabelsCount() throws {
    try scratch.write(IDXBytes.images(2), "test-images-idx3-ubyte")
    try scratch.write(IDXBytes.labels([1, 4]), "test-labels-idx1-ubyte")
    let parts = try read()
    #expect(parts.train == nil)
    #expect(parts.test?.labels == ["0", "1", "2", "3", "4"])
  }

  @Test func aFolderWithoutSuchFilesIsNotMissingButWrong() throws {
    try scratch.write([1], "notes.txt")
    #expect(failure() == .noFiles(folder: scratch.path))
    #expect(failure()?.isMissingInput == false)
  }

  @Test(arguments: [
    ("train-images-idx3-ubyte", "train-images-idx3-ubyte.gz"),
    ("train-images-idx3-ubyte", "train-images.idx3-ubyte"),
    ("t10k-labels-idx1-ubyte", "test-labels-idx1-ubyte"),
  ])
  func twoFilesForOnePurposeAreAnError(first: String, second: String) throws {
    try scratch.writeSmallFolder()
    try scratch.write(scratch.read(first), second)
    #expect(
      failure() == .ambiguous(folder: scratch.path, names: [first, second].sorted(by: byBytes)))
  }

  private func byBytes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  @Test(arguments: [
    ("train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
    ("train-labels-idx1-ubyte", "train-images-idx3-ubyte"),
    ("t10k-labels-idx1-ubyte", "t10k-images-idx3-ubyte"),
  ])
  func aLonelyFileIsAnError(missing: String, present: String) throws {
    try scratch.writeSmallFolder()
    try scratch.remove(missing)
    #expect(
      failure()
        == .missingPartner(folder: scratch.path, present: present, missing: missing + "[.gz]"))
  }

  @Test func countsHaveToAgree() throws {
    try scratch.writeSmallFolder()
    let labels = try scratch.write(IDXBytes.labels([1, 0, 1]), "t10k-labels-idx1-ubyte")
    let images = scratch.file("t10k-images-idx3-ubyte")
    #expect(
      failure()
        == .countsDiffer(imagesPath: images, imageCount: 2, labelsPath: labels, labelCount: 3))
  }

  @Test func labelsBeyondTheTrainingPartAreAnError() throws {
    try scratch.writeSmallFolder(compressed: true)
    let labels = try scratch.write(
      Compression.gzip(IDXBytes.labels([1, 3])), "t10k-labels-idx1-ubyte.gz")
    let training = scratch.file("train-labels-idx1-ubyte.gz")
    #expect(
      failure()
        == .unknownClass(path: labels, offset: 9, found: 3, classCount: 3, trainingPath: training))
  }

  @Test func imagesOfAnotherSizeAreAnError() throws {
    try scratch.writeSmallFolder()
    let images = try scratch.write(
      IDXBytes.file([2, 3, 2], [UInt8](repeating: 0, count: 12)), "t10k-images-idx3-ubyte")
    #expect(
      failure()
        == .imageSizeDiffers(
          path: images, found: [3, 2], trainingPath: scratch.file("train-images-idx3-ubyte"),
          expected: [2, 3]))
  }

  @Test func swappedFilesAreCalledSwapped() throws {
    let images = try scratch.write(IDXBytes.labels([0, 1]), "train-images-idx3-ubyte")
    try scratch.write(IDXBytes.images(2), "train-labels-idx1-ubyte")
    #expect(failure() == .swapped(path: images, role: .images))
  }

  @Test func channelsAreTheLastDimension() throws {
    try scratch.write(
      IDXBytes.file([2, 2, 2, 3], [UInt8](repeating: 9, count: 24)), "train-images-idx3-ubyte")
    try scratch.write(IDXBytes.labels([0, 1]), "train-labels-idx1-ubyte")
    #expect(try read().train?.imageShape == ImageShape(height: 2, width: 2, channels: 3))
  }

  @Test func everyErrorIsOneLineThatNamesThePath() throws {
    let path = "a/b\nc"
    let shape = [1, 2]
    let errors: [IDXError] = [
      .file(.notAFile(path: path, doing: "reading labels")),
      .gzip(.exceedsLimit(path: path, limit: 3)), .noFiles(folder: path),
      .ambiguous(folder: path, names: ["x", "x.gz"]),
      .missingPartner(folder: path, present: "x", missing: "y"),
      .truncatedHeader(path: path, role: .images, expected: 4, found: 1),
      .wrongMagic(path: path, role: .images, found: [0, 9]),
      .unknownElement(path: path, code: 7),
      .wrongElement(path: path, role: .labels, found: .float32),
      .wrongDimensionCount(path: path, role: .labels, found: 2),
      .swapped(path: path, role: .labels), .emptyDimension(path: path, dimension: 1),
      .tooLarge(path: path, shape: shape),
      .wrongLength(path: path, shape: shape, expected: 10, found: nil),
      .countsDiffer(imagesPath: path, imageCount: 1, labelsPath: path, labelCount: 2),
      .imageSizeDiffers(path: path, found: shape, trainingPath: path, expected: shape),
      .unknownClass(path: path, offset: 9, found: 3, classCount: 3, trainingPath: path),
    ]
    for error in errors {
      #expect(!error.description.contains { $0.isNewline })
      #expect(error.description.contains("a/b\\nc"))
    }
  }
}
