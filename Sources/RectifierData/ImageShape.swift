// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// The extent of one image whose pixels are the features of a row.
///
/// Features lie row by row from the top, pixels from the left, the channels of a pixel together.
public struct ImageShape: Codable, Hashable, Sendable {
  /// Pixels from top to bottom.
  public let height: Int
  /// Pixels from left to right.
  public let width: Int
  /// Values a pixel: 1 for grey, 3 for red, green and blue.
  public let channels: Int

  /// A shape; one channel unless told otherwise.
  public init(height: Int, width: Int, channels: Int = 1) {
    self.height = height
    self.width = width
    self.channels = channels
  }

  /// How many features an image has, or nil where that number is past all bounds.
  public var featureCount: Int? {
    let (area, areaOverflows) = height.multipliedReportingOverflow(by: width)
    let (count, overflows) = area.multipliedReportingOverflow(by: channels)
    return areaOverflows || overflows ? nil : count
  }
}

extension ImageShape: CustomStringConvertible {
  /// As in "28×28" or "32×32×3".
  public var description: String {
    channels == 1 ? "\(height)×\(width)" : "\(height)×\(width)×\(channels)"
  }
}
