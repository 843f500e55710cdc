// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What the files at a path are, by their names alone.
enum DataForm: Sendable {
  /// Pictures, one a file.
  case pictures
  /// A folder of IDX files.
  case idx
  /// A folder with batches of CIFAR-10, or one of them.
  case cifar
  /// A folder of NORB's binary matrices.
  case norb
  /// One array or an archive of them, as NumPy writes them.
  case numpy

  /// The form of what is there; nil for a file that no reader knows.
  ///
  /// A folder in which no reader knows anything counts as one of IDX files, whose reader says what
  /// is missing.
  static func of(_ path: String) -> DataForm? {
    guard Folder.exists(path) else {
      if PictureFile.isPicture(path) { return .pictures }
      if NPYParts.isArray(path) { return .numpy }
      return CIFARFolder.isBatch(path) ? .cifar : nil
    }
    if IDXFolder.isPresent(in: path) { return .idx }
    if CIFARFolder.isPresent(in: path) { return .cifar }
    if NORBFolder.isPresent(in: path) { return .norb }
    return PictureListing.concerns(path) ? .pictures : .idx
  }
}
