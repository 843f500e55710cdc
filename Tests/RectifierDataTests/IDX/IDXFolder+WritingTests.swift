// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct IDXFolderWritingTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func whatWasReadIsWrittenByteForByte() throws {
    let names = [
      "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
      "t10k-labels-idx1-ubyte", "validation-images-idx3-ubyte", "validation-labels-idx1-ubyte",
    ]
    try scratch.writeSmallFolder()
    try scratch.write(IDXBytes.images(3, start: 200), names[4])
    try scratch.write(IDXBytes.labels([2, 2, 2]), names[5])
    let parts = try IDXFolder.read(scratch.path, name: "small")
    let written = try parts.writeIDX(to: scratch.file("copy"))
    #expect(written.map(\.rowCount) == [4, 4, 3, 3, 2, 2, 3])
    #expect(
      try Folder.list(scratch.file("copy"), doing: "testing") == (names + ["labels.txt"]).sorted())
    #expect(try scratch.read("copy/labels.txt") == Array("0\n1\n2\n".utf8))
    for name in names {
      #expect(try scratch.read("copy/\(name)") == scratch.read(name), "\(name)")
    }
  }

  @Test func coloursHaveADimensionOfTheirOwn() throws {
    let data = try Dataset(
      name: "colours",
      features: .bytes(ByteRows(bytes: Array(0..<24), rowCount: 2, columnCount: 12)),
      targets: .classes([0, 1]), labels: ["a", "b"],
      imageShape: ImageShape(height: 2, width: 2, channels: 3))
    _ = try DatasetParts(all: data).writeIDX(to: scratch.file("copy"))
    let copy = try #require(try IDXFolder.read(scratch.file("copy"), name: "copy").train)
    #expect(copy.imageShape == data.imageShape)
    #expect(copy.checksum == data.checksum)
  }

  @Test func whatIsNoImageIsRefused() throws {
    let data = try Dataset(
      name: "numbers", features: .floats(Matrix(rows: [[1, 2]])), targets: .classes([0]),
      labels: ["a"])
    #expect(throws: IDXExportError.notImages(name: "numbers")) {
      try DatasetParts(all: data).writeIDX(to: scratch.file("copy"))
    }
    #expect(try Folder.list(scratch.file("copy"), doing: "testing").isEmpty)
  }

  @Test func aFolderThatHoldsSomethingIsLeftAlone() throws {
    try scratch.writeSmallFolder()
    let parts = try IDXFolder.read(scratch.path, name: "small")
    #expect(throws: IDXExportError.self) { try parts.writeIDX(to: scratch.path) }
  }
}
