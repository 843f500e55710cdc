// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct PictureReaderTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func read(
    _ files: [String], _ change: (inout PictureOptions) -> Void = { _ in }
  ) throws(PictureError) -> Dataset {
    try read([files], change)[0]
  }

  private func read(
    _ sets: [[String]], _ change: (inout PictureOptions) -> Void = { _ in }
  ) throws(PictureError) -> [Dataset] {
    var options = PictureOptions()
    change(&options)
    var reader = PictureReader(folder: scratch.path, options: options)
    var data: [Dataset] = []
    for set in try reader.read(sets) { data.append(try set.dataset("x", classes: nil)) }
    return data
  }

  @Test func sizesHaveToAgreeUnlessTheyAreChanged() throws {
    try scratch.writeGrey("a.png", 7)
    try scratch.writeGrey("b.pgm", 9, height: 3)
    let size = try #require(PictureSize(height: 3, width: 2))
    let expected = try #require(PictureSize(height: 2, width: 2))
    let error = PictureError.sizeDiffers(
      path: scratch.file("b.pgm"), found: size, reference: "'\(scratch.file("a.png"))'",
      expected: expected)
    #expect(throws: error) { try read(["a.png", "b.pgm"]) }
    #expect(
      error.description
        == "reading picture '\(scratch.file("b.pgm"))': expected a size of 2×2 as "
        + "'\(scratch.file("a.png"))' has, found 3×2; give --resize with a size for all, as in "
        + "--resize 28x28")
    let data = try read(["a.png", "b.pgm"]) { $0.resize = PictureSize(height: 4, width: 5) }
    #expect(data.imageShape == ImageShape(height: 4, width: 5))
    #expect(data.firstBytes == [7, 9])
  }

  @Test func aModelsSizeIsAskedFor() throws {
    try scratch.writeGrey("a.png", 7)
    let error = #expect(throws: PictureError.self) {
      try read(["a.png"]) { options in
        options.fit(ImageShape(height: 5, width: 5), reference: "the model")
      }
    }
    guard case .sizeDiffers(_, _, "the model", _) = error else { throw try #require(error) }
  }

  @Test func greyPicturesAreGreyHoweverTheyAreStored() throws {
    try scratch.writeColor("grey.png", [5, 5, 5])
    let data = try read(["grey.png"])
    #expect(data.imageShape?.channels == 1)
    #expect(data.firstBytes == [5])
  }

  @Test func onePictureInColourMakesAllColour() throws {
    try scratch.writeGrey("grey.pgm", 7)
    try scratch.writeColor("red.png", [200, 10, 20])
    for files in [["grey.pgm", "red.png"], ["red.png", "grey.pgm"]] {
      let data = try read(files)
      #expect(data.imageShape == ImageShape(height: 2, width: 2, channels: 3))
      guard case .bytes(let rows) = data.features else { return }
      let grey = rows.withRow(files[0] == "grey.pgm" ? 0 : 1) { Array($0) }
      let red = rows.withRow(files[0] == "grey.pgm" ? 1 : 0) { Array($0) }
      #expect(grey == [UInt8](repeating: 7, count: 12))
      #expect(red == [200, 10, 20, 200, 10, 20, 200, 10, 20, 200, 10, 20])
    }
    // In a part that was read before, too.
    let sets = try read([["grey.pgm"], ["red.png"]])
    #expect(sets.map { $0.imageShape?.channels } == [3, 3])
  }

  @Test func channelsMayBeGiven() throws {
    try scratch.writeGrey("grey.pgm", 7)
    try scratch.writeColor("red.png", [255, 0, 0])
    #expect(try read(["red.png", "grey.pgm"]) { $0.channels = 1 }.firstBytes == [76, 7])
    #expect(try read(["grey.pgm"]) { $0.channels = 3 }.featureCount == 12)
  }

  @Test func invertingIsTheLastStep() throws {
    // Over white, then grey, then inverted: a transparent corner becomes 0.
    let file = PNGBytes(height: 1, width: 2, color: 4, rows: [0, 9, 0, 100, 255])
    try scratch.write(file.bytes, "a.png")
    #expect(try read(["a.png"]).firstBytes == [255])
    #expect(try read(["a.png"]) { $0.inverts = true }.firstBytes == [0])
    let small = try read(["a.png"]) {
      $0.inverts = true
      $0.resize = PictureSize(height: 1, width: 1)
    }
    // 255 − ⌊(255 + 100) / 2 + ½⌋.
    #expect(small.firstBytes == [77])
  }

  @Test func moreBytesThanThereMayBeAreRefusedByTheHeadersAlone() throws {
    try scratch.writeGrey("a.pgm", 7)
    try scratch.writeColor("red.png", [1, 2, 3])
    #expect(try read(["a.pgm", "a.pgm"]) { $0.byteLimit = 8 }.rowCount == 2)
    let size = try #require(PictureSize(height: 2, width: 2))
    func error(_ count: Int, _ limit: Int) -> PictureError {
      .exceedsMemory(folder: scratch.path, pictureCount: count, size: size, limit: limit)
    }
    #expect(throws: error(2, 7)) { try read(["a.pgm", "a.pgm"]) { $0.byteLimit = 7 } }
    // Once colour turns up, each takes three times as much.
    #expect(throws: error(2, 23)) { try read(["a.pgm", "red.png"]) { $0.byteLimit = 23 } }
    #expect(try read(["a.pgm", "red.png"]) { $0.byteLimit = 24 }.rowCount == 2)
    // A body that is not there does not come into it.
    let huge = Array("P5 8192 8192 255 ".utf8)
    try scratch.write(huge, "huge.pgm")
    #expect(throws: PictureError.self) { try read(["huge.pgm"]) { $0.byteLimit = 1 << 20 } }
  }

  @Test func aFileThatCannotBeReadIsNamed() throws {
    try FileManager.default.createSymbolicLink(
      atPath: scratch.file("gone.png"), withDestinationPath: scratch.file("nowhere"))
    let error = #expect(throws: PictureError.self) { try read(["gone.png"]) }
    guard case .file(.notFound(let path, _)) = error else { throw try #require(error) }
    #expect(path == scratch.file("gone.png"))
    #expect(error?.isMissingInput == true)
  }

  @Test func damageAfterTheHeaderIsFound() throws {
    try scratch.writeGrey("a.png", 7)
    var bytes = try scratch.read("a.png")
    bytes[45] ^= 1
    try scratch.write(bytes, "a.png")
    #expect(
      throws: PictureError.wrongChecksum(path: scratch.file("a.png"), offset: 33, chunk: "IDAT")
    ) { try read(["a.png"]) }
  }

  @Test func nothingToReadIsAnError() {
    #expect(throws: PictureError.noPictures(folder: scratch.path)) { try read([String]()) }
  }
}
