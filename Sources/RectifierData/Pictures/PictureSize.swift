// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The extent of a picture in pixels.
public struct PictureSize: Hashable, Sendable {
  /// Pixels from top to bottom; at least 1.
  public let height: Int
  /// Pixels from left to right; at least 1.
  public let width: Int

  /// The longest side of a picture that is read or made.
  public static let largestSide = 16_384
  /// The most pixels of one; with three channels and alpha that is 256 MiB.
  public static let largestArea = 1 << 26

  /// Nil outside of what pictures may be: both sides from 1 to ``largestSide``, and at most
  /// ``largestArea`` pixels.
  public init?(height: Int, width: Int) {
    let sides = 1...Self.largestSide
    guard sides.contains(height), sides.contains(width), height * width <= Self.largestArea else {
      return nil
    }
    self.height = height
    self.width = width
  }

  /// Reads `28x28`: height, then width. Nil for anything else, and as ``init(height:width:)`` says.
  public init?(parsing text: String) {
    let sides = text.split(separator: "x", omittingEmptySubsequences: false)
    guard sides.count == 2, sides.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let height = Int(sides[0]), let width = Int(sides[1])
    else { return nil }
    self.init(height: height, width: width)
  }

  /// The size of an image; nil as ``init(height:width:)`` says.
  public init?(_ shape: ImageShape) {
    self.init(height: shape.height, width: shape.width)
  }

  /// How many pixels there are.
  public var area: Int { height * width }

  /// As it is written on a command line: `28x28`.
  public var text: String { "\(height)x\(width)" }
}

extension PictureSize: CustomStringConvertible {
  /// As in "28×28".
  public var description: String { "\(height)×\(width)" }
}
