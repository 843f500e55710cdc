// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct PictureSizeTests {
  @Test func sidesAndAreaHaveLimits() {
    for (height, width) in [(1, 1), (16_384, 4_096), (8_192, 8_192), (1, 16_384)] {
      #expect(PictureSize(height: height, width: width)?.area == height * width)
    }
    for (height, width) in [
      (0, 1), (1, 0), (-1, -1), (1, 16_385), (16_384, 4_097), (.max, .max), (.min, 1),
    ] {
      #expect(PictureSize(height: height, width: width) == nil)
    }
  }

  @Test func textIsHeightThenWidth() throws {
    let size = try #require(PictureSize(parsing: "28x32"))
    #expect((size.height, size.width) == (28, 32))
    #expect(size.text == "28x32")
    #expect("\(size)" == "28×32")
    for text in [
      "", "x", "28", "28x", "x28", "28x28x3", "28X28", "28×28", " 28x28", "+8x8", "-8x8", "0x8",
      "1e1x8", "99999x1", "99999999999999999999x1",
    ] {
      #expect(PictureSize(parsing: text) == nil, "\(text)")
    }
  }
}
