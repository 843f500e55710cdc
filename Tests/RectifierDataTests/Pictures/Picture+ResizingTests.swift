// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct PictureResizingTests {
  private func size(_ height: Int, _ width: Int) throws -> PictureSize {
    try #require(PictureSize(height: height, width: width))
  }

  /// Noise that repeats nowhere.
  private func noise(_ height: Int, _ width: Int, channels: Int = 1) throws -> Picture {
    let bytes = (0..<height * width * channels).map {
      UInt8(truncatingIfNeeded: ($0 * $0 &* 2_654_435_761) >> 13)
    }
    return Picture(size: try size(height, width), channels: channels, bytes: bytes)
  }

  @Test(arguments: [0, 1, 128, 255] as [UInt8])
  func aConstantStaysConstant(value: UInt8) throws {
    for (old, new) in [((3, 5), (7, 2)), ((9, 9), (4, 28)), ((1, 1), (6, 6)), ((11, 4), (1, 1))] {
      let (from, to) = (try size(old.0, old.1), try size(new.0, new.1))
      let bytes = [UInt8](repeating: value, count: 3 * from.area)
      let resized = Picture(size: from, channels: 3, bytes: bytes).resized(to: to)
      #expect(resized.size == to)
      #expect(resized.bytes == [UInt8](repeating: value, count: 3 * to.area))
    }
  }

  @Test func itsOwnSizeIsThePicture() throws {
    for channels in [1, 3] {
      let picture = try noise(5, 7, channels: channels)
      #expect(picture.resized(to: picture.size) == picture)
    }
  }

  @Test func halfTheSizeIsTheMeanOfFour() throws {
    for channels in [1, 3] {
      let picture = try noise(6, 10, channels: channels)
      let stride = 10 * channels
      let expected = (0..<3 * 5 * channels).map { index in
        let (row, rest) = index.quotientAndRemainder(dividingBy: 5 * channels)
        let start = 2 * row * stride + 2 * (rest / channels) * channels + rest % channels
        let sum = [0, channels, stride, stride + channels].reduce(0) {
          $0 + Int(picture.bytes[start + $1])
        }
        return UInt8((sum + 2) / 4)
      }
      #expect(picture.resized(to: try size(3, 5)).bytes == expected)
    }
  }

  @Test func aRampUpwardsNeverFalls() throws {
    let ramp = Picture(size: try size(1, 5), channels: 1, bytes: [0, 9, 10, 200, 255])
    for width in 5...40 {
      let bytes = ramp.resized(to: try size(1, width)).bytes
      #expect(bytes.first == 0 && bytes.last == 255)
      #expect(zip(bytes, bytes.dropFirst()).allSatisfy { $0 <= $1 }, "\(width): \(bytes)")
    }
    // Twice as wide, centres lie at ¼ and ¾ between the old ones.
    let doubled = Picture(size: try size(1, 2), channels: 1, bytes: [0, 100])
    #expect(doubled.resized(to: try size(1, 4)).bytes == [0, 25, 75, 100])
  }

  @Test func rowsAndColumnsAreTreatedAlike() throws {
    let picture = try noise(6, 9)
    func transposed(_ picture: Picture) throws -> Picture {
      let (height, width) = (picture.size.height, picture.size.width)
      let bytes = (0..<width).flatMap { column in
        (0..<height).map { picture.bytes[$0 * width + column] }
      }
      return Picture(size: try size(width, height), channels: 1, bytes: bytes)
    }
    for (height, width) in [(4, 20), (13, 3), (2, 2), (17, 10)] {
      let one = try transposed(picture.resized(to: try size(height, width)))
      let other = try transposed(picture).resized(to: try size(width, height))
      #expect(one == other, "\(height)×\(width)")
    }
  }

  @Test(arguments: GoldenPicture.of("box") + GoldenPicture.of("bilinear"))
  func sizesAreThoseOfPillow(golden: GoldenPicture) throws {
    let resized = try golden.decoded().resized(to: try #require(golden.size))
    #expect(resized.channels == golden.channels)
    #expect(resized.bytes.count == golden.pixels.count)
    // Pillow rounds between its two passes; one step of 255 is what that can make.
    for (found, expected) in zip(resized.bytes, golden.pixels) {
      #expect(abs(Int(found) - Int(expected)) <= 1)
    }
  }

  /// The same from numpy in exact fractions: R · picture · C with rows of area weights, 5 × 7 of
  /// 97·i² mod 256 to 3 × 4.
  @Test func areasAreExact() throws {
    let bytes = (0..<35).map { UInt8(truncatingIfNeeded: $0 * $0 * 97) }
    let picture = Picture(size: try size(5, 7), channels: 1, bytes: bytes)
    #expect(
      picture.resized(to: try size(3, 4)).bytes == [
        69, 142, 118, 114, 74, 82, 177, 124, 72, 60, 77, 62,
      ])
  }
}
