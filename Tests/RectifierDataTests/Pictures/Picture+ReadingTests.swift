// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@testable import RectifierData

@Suite struct PictureReadingTests {
  @Test func theContentDecidesNotTheName() throws {
    let scratch = try ScratchFolder()
    try scratch.writeGrey("a.png", 7)
    try scratch.write(try scratch.read("a.png"), "b.pgm")
    let picture = try Picture(contentsOf: scratch.file("b.pgm"))
    #expect(picture.bytes == [7, 7, 7, 7])
    try scratch.write([0xFF, 0xD8, 0xFF, 0xE0], "photo.png")
    let path = scratch.file("photo.png")
    let error = PictureError.unknownFormat(path: path, found: [0xFF, 0xD8, 0xFF, 0xE0])
    #expect(throws: error) { try Picture(contentsOf: path) }
    #expect(error.description.contains("found ff d8 ff e0; convert the picture to PNG"))
  }

  @Test func aPictureIsKnownByNameOrContent() throws {
    let scratch = try ScratchFolder()
    try scratch.writeGrey("a.png", 7)
    let file = try scratch.write(try scratch.read("a.png"), "scan")
    #expect(PictureFile.isPicture(file))
    #expect(PictureFile.isPicture(scratch.file("missing.JPG")))
    #expect(!PictureFile.isPicture(try scratch.write([1, 2, 3], "notes.txt")))
    #expect(!PictureFile.isPicture(scratch.file("missing")))
  }
}
