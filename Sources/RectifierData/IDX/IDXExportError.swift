// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Why data cannot be written as IDX files.
package enum IDXExportError: Error, Equatable, Sendable {
  /// Rows that are not images of bytes, or not in 1 to 256 classes.
  case notImages(name: String)
  /// The folder holds something already.
  case occupied(folder: String, example: String)
}

extension IDXExportError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .occupied(let folder, let example):
      "exporting data: expected \(PathName.quoted(folder)) to be new or empty, found"
        + " \(PathName.quoted(example)) in it; choose another folder"
    case .notImages(let name):
      "exporting \(name): expected images of bytes in at most 256 classes, found other rows; give a"
        + " source of images, such as glyphs or a folder of pictures"
    }
  }
}
