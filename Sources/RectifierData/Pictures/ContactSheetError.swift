// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Why there is no contact sheet.
package enum ContactSheetError: Error, Equatable, Sendable {
  /// Rows that are not images of grey or coloured bytes.
  case notImages(name: String)
  /// A sheet that is no possible picture.
  case tooLarge(name: String, height: Int, width: Int)
}

extension ContactSheetError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooLarge(let name, let height, let width):
      "showing \(name): expected a sheet of at most \(PictureSize.largestSide) pixels a side and"
        + " \(PictureSize.largestArea) in all, found \(height)×\(width); ask for fewer --columns, a"
        + " smaller --scale, or smaller pictures with --resize"
    case .notImages(let name):
      "showing \(name): expected images of bytes, grey or coloured, found rows of other features;"
        + " give a source of images, such as glyphs or a folder of pictures"
    }
  }
}
