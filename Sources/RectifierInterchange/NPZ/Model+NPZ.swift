// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining

extension Model {
  /// Writes the model as an archive of arrays that NumPy reads, in one piece; members are stored, not
  /// compressed.
  ///
  /// The same model always gives the same bytes.
  ///
  /// - Throws: `NPZError.tooLarge`, `FileError`.
  public func writeNPZ(to path: String) throws {
    let members = try NPZModel.members(self)
    let byteCount = ZipWriter.byteCount(members)
    guard byteCount <= ZipWriter.byteLimit, members.count <= ZipWriter.memberLimit else {
      throw NPZError.tooLarge(path: path, byteCount: byteCount)
    }
    try AtomicFile.write(ZipWriter.stored(members), to: path)
  }

  /// Reads an archive of arrays with the metadata that ``writeNPZ(to:)`` adds; the arrays may have been
  /// changed since, and may be compressed.
  ///
  /// - Throws: `FileError` where there is no file to read; `NPZError` where the archive or its arrays
  ///   are damaged or of another network; `SafetensorsError` where the metadata are damaged.
  public init(npz path: String) throws {
    self = try NPZModel.read(MappedFile(path: path, doing: "reading arrays"))
  }
}
