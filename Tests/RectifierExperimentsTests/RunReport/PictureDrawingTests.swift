// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import Testing

@testable import RectifierExperiments

@Suite struct PictureDrawingTests {
  private func picture(_ png: [UInt8]) throws -> Picture {
    try png.withUnsafeBytes { try PNG.decode($0, path: "memory") }
  }

  @Test func weightsDivergeFromWhite() throws {
    let shape = ImageShape(height: 1, width: 4)
    let drawn = try picture(PictureDrawing.png(ofWeights: [0, 0.5, 0.25, -0.5], shape: shape))
    #expect(drawn.channels == 3)
    #expect(Array(drawn.bytes.prefix(6)) == [250, 250, 250, 204, 80, 0])
    #expect(Array(drawn.bytes[6..<9]) == [227, 165, 125])
    #expect(Array(drawn.bytes.suffix(3)) == [0, 94, 150])
  }

  @Test func colouredWeightsAreAroundGrey() throws {
    let shape = ImageShape(height: 1, width: 1, channels: 3)
    let drawn = try picture(PictureDrawing.png(ofWeights: [2, 0, -2], shape: shape))
    #expect(drawn.bytes == [255, 127, 0])
    #expect(try picture(PictureDrawing.png(ofWeights: [0, 0, 0], shape: shape)).bytes[0] == 127)
  }

  @Test func largePicturesAreMadeSmaller() throws {
    let shape = ImageShape(height: 192, width: 50)
    let bytes = [UInt8](repeating: 9, count: 192 * 50)
    let drawn = try picture(PictureDrawing.png(ofPixels: bytes, shape: shape))
    #expect(drawn.size == PictureSize(height: 96, width: 25))
    #expect(drawn.bytes.allSatisfy { $0 == 9 })
  }

  @Test func twoChannelsCannotBeDrawn() {
    #expect(!PictureDrawing.isDrawable(ImageShape(height: 2, width: 2, channels: 2)))
    #expect(PictureDrawing.isDrawable(ImageShape(height: 2, width: 2, channels: 3)))
  }
}
