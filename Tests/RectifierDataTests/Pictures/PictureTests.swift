// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct PictureTests {
  private func row(_ channels: Int, _ bytes: [UInt8]) throws -> Picture {
    let size = try #require(PictureSize(height: 1, width: bytes.count / channels))
    return Picture(size: size, channels: channels, bytes: bytes)
  }

  @Test func lumaIsRec601() throws {
    let picture = try row(3, [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 10, 20, 30])
    // 0.299 · 255 = 76.2, 0.587 · 255 = 149.7, 0.114 · 255 = 29.1; 2.99 + 11.74 + 3.42 = 18.15.
    #expect(picture.converted(toChannels: 1).bytes == [76, 150, 29, 255, 18])
    for grey in UInt8.min...UInt8.max {
      #expect(try row(3, [grey, grey, grey]).converted(toChannels: 1).bytes == [grey])
    }
  }

  @Test(arguments: GoldenPicture.of("luma"))
  func lumaIsPillows(golden: GoldenPicture) throws {
    #expect(try golden.decoded().converted(toChannels: 1).bytes == golden.pixels)
  }

  @Test func greyIsThreeEqualChannels() throws {
    let grey = try row(1, [7, 200])
    #expect(grey.converted(toChannels: 1) == grey)
    #expect(grey.converted(toChannels: 3).bytes == [7, 7, 7, 200, 200, 200])
    #expect(grey.converted(toChannels: 3).converted(toChannels: 1) == grey)
  }

  @Test func aSingleColouredPixelIsColour() throws {
    #expect(try row(1, [1, 2]).isGrey)
    #expect(try row(3, [1, 1, 1, 2, 2, 2]).isGrey)
    #expect(try !row(3, [1, 1, 1, 2, 3, 2]).isGrey)
    #expect(try !row(3, [1, 1, 1, 2, 2, 3]).isGrey)
    #expect(try !row(3, [0, 1, 1, 2, 2, 2]).isGrey)
  }

  @Test func theNegativeOfTheNegativeIsThePicture() throws {
    let picture = try row(3, [0, 1, 255, 100, 155, 254])
    #expect(picture.inverted().bytes == [255, 254, 0, 155, 100, 1])
    #expect(picture.inverted().inverted() == picture)
  }

  @Test func bytesThatDoNotFitStopTheProgram() async {
    await #expect(processExitsWith: .failure) {
      _ = Picture(size: PictureSize(height: 2, width: 2)!, channels: 3, bytes: [1, 2, 3, 4])
    }
  }
}
