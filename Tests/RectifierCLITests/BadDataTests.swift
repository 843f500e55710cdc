// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

/// What `train` answers to data that it cannot use: one line with the file, what was expected and
/// what was found.
@Suite struct BadDataTests {
  private let runner: CommandRunner
  private var scratch: ScratchFolder { runner.scratch }

  init() throws {
    runner = try CommandRunner()
    try QuadrantFolder.write(in: runner.scratch, "data")
  }

  private static let images = "data/train-images-idx3-ubyte"
  private static let labels = "data/train-labels-idx1-ubyte"
  private static let testLabels = "data/t10k-labels-idx1-ubyte"

  private func expectFailure(
    _ line: String = "train data", _ status: Int32 = 65, _ messages: String...,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let result = try runner.run(line + " --hidden 4 --epochs 1 --out run")
    #expect(result.status == status, "\(result)", sourceLocation: location)
    #expect(result.output.isEmpty, sourceLocation: location)
    #expect(result.errors.hasPrefix("rectifier: "), "\(result.errors)", sourceLocation: location)
    #expect(
      result.errors.filter(\.isNewline).count == 1, "\(result.errors)", sourceLocation: location)
    for message in messages {
      #expect(result.errors.contains(message), "\(result.errors)", sourceLocation: location)
    }
    #expect(!runner.exists("run/model.safetensors"), sourceLocation: location)
    #expect(!runner.exists("run/checkpoint.safetensors"), sourceLocation: location)
    if runner.exists("run") {
      #expect(try scratch.read("run/run.json").count > 0, sourceLocation: location)
      #expect(
        try runner.text("run/run.json").contains("\"status\": \"failed\""),
        sourceLocation: location)
    }
  }

  @Test func nothingThere() throws {
    try expectFailure("train nowhere", 66, "'nowhere'", "does not exist")
    try expectFailure("train mnits", 66, "did you mean 'mnist'?")
    try expectFailure("train mnist", 66, "$RECTIFIER_DATA (not set)")
  }

  @Test func anEmptyFolder() throws {
    try scratch.folder("empty")
    try expectFailure("train empty", 65, "train-images-idx3-ubyte", "folders of pictures")
  }

  @Test func aFileInsteadOfAFolder() throws {
    try expectFailure("train \(Self.images)", 65, "expected a folder of IDX files")
  }

  @Test func aMissingFile() throws {
    try scratch.remove(Self.labels)
    try expectFailure("train data", 66, "train-labels-idx1-ubyte")
  }

  @Test func aTruncatedFile() throws {
    let bytes = try scratch.read(Self.images)
    try scratch.write(Array(bytes.dropLast(5)), Self.images)
    try expectFailure("train data", 65, Self.images, "\(bytes.count)", "\(bytes.count - 5)")
  }

  @Test func aHeaderThatEnds() throws {
    try scratch.write([0, 0, 8], Self.images)
    try expectFailure("train data", 65, Self.images)
  }

  @Test func wrongMagic() throws {
    var bytes = try scratch.read(Self.images)
    bytes[0] = 0x89
    try scratch.write(bytes, Self.images)
    try expectFailure("train data", 65, Self.images)
  }

  @Test func wrongType() throws {
    var bytes = try scratch.read(Self.images)
    bytes[2] = 0x0D
    try scratch.write(bytes, Self.images)
    try expectFailure("train data", 65, Self.images, "float")
  }

  @Test func swappedFiles() throws {
    let (images, labels) = (try scratch.read(Self.images), try scratch.read(Self.labels))
    try scratch.write(labels, Self.images)
    try scratch.write(images, Self.labels)
    try expectFailure("train data", 65, "labels")
  }

  @Test func countsThatDiffer() throws {
    try scratch.write(try scratch.read(Self.testLabels), Self.labels)
    try expectFailure("train data", 65, "80", "24")
  }

  @Test func bothPlainAndCompressed() throws {
    try scratch.write(Compression.gzip(try scratch.read(Self.images)), Self.images + ".gz")
    try expectFailure("train data", 65, "train-images-idx3-ubyte.gz")
  }

  @Test func damagedCompression() throws {
    var bytes = Compression.gzip(try scratch.read(Self.images))
    bytes[bytes.count - 6] ^= 1
    try scratch.write(bytes, Self.images + ".gz")
    try scratch.remove(Self.images)
    try expectFailure("train data", 65, Self.images + ".gz")
  }

  @Test func compressionPastTheHeadersClaim() throws {
    let bytes = try scratch.read(Self.images) + [UInt8](repeating: 0, count: 100_000)
    try scratch.write(Compression.gzip(bytes), Self.images + ".gz")
    try scratch.remove(Self.images)
    try expectFailure("train data", 65, Self.images + ".gz")
  }

  @Test func noRows() throws {
    try scratch.write([0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 6], Self.images)
    try scratch.write([0, 0, 8, 1, 0, 0, 0, 0], Self.labels)
    try expectFailure("train data", 65, Self.images)
  }

  @Test func oneClassOnly() throws {
    for labels in [Self.labels, Self.testLabels] {
      let bytes = try scratch.read(labels)
      try scratch.write(bytes.prefix(8) + bytes.dropFirst(8).map { _ in 0 }, labels)
    }
    try expectFailure("train data", 65, "at least 2 classes")
  }

  @Test func aLabelBeyondTheClasses() throws {
    var bytes = try scratch.read(Self.testLabels)
    bytes[10] = 9
    try scratch.write(bytes, Self.testLabels)
    try expectFailure("train data", 65, Self.testLabels, "10", "9")
  }

  @Test func testImagesOfAnotherSize() throws {
    try QuadrantFolder.write(in: scratch, "larger", side: 8)
    try expectFailure("train data --test larger", 65, "8×8", "6×6")
  }

  @Test func validationAsLargeAsTheSet() throws {
    try expectFailure("train data --validation 80", 65, "80 rows", "ask for fewer")
  }

  @Test func aBatchLargerThanTheSet() throws {
    try expectFailure("train data --validation 20 --batch-size 61", 65, "61", "60")
  }

  @Test func aPartThatIsNotThere() throws {
    try scratch.remove(Self.images)
    try scratch.remove(Self.labels)
    try expectFailure("train data", 65, "expected a part to train on, found only test")
  }
}
