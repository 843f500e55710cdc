// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

extension Picture {
  /// Reads a PNG, PGM or PPM file, whatever its name says.
  ///
  /// - Throws: ``PictureError`` where the file cannot be had, is no picture of these formats, is
  ///   larger than ``PictureSize`` allows, or is damaged.
  public init(contentsOf path: String) throws(PictureError) {
    self = try PictureFile(path).picture()
  }

  /// The picture as a row of data: channels first, then size, then polarity.
  func prepared(_ options: PictureOptions) -> Picture {
    var picture = converted(toChannels: options.channels ?? (isGrey ? 1 : 3))
    if let size = options.resize { picture = picture.resized(to: size) }
    return options.inverts ? picture.inverted() : picture
  }
}

/// A picture's file, opened and of a known format, but not read.
struct PictureFile {
  private let file: MappedFile
  private let isPNG: Bool

  init(_ path: String) throws(PictureError) {
    do throws(FileError) {
      file = try MappedFile(path: path, doing: "reading a picture")
    } catch { throw .file(error) }
    isPNG = PNG.isPNG(file.bytes)
    guard isPNG || PNM.isPNM(file.bytes) else {
      let found = Array(file.bytes.prefix(PNGHeader.signature.count))
      throw .unknownFormat(path: path, found: found)
    }
  }

  /// Whether the name or the content of a file is that of a picture, also of one not read here.
  static func isPicture(_ path: String) -> Bool {
    if PictureListing.isPictureName(PathName.lastComponent(of: path)) { return true }
    guard let file = try? MappedFile(path: path, doing: "reading a picture") else { return false }
    return PNG.isPNG(file.bytes) || PNM.isPNM(file.bytes)
  }

  /// What the header states; the rest stays unread.
  func size() throws(PictureError) -> PictureSize {
    try isPNG
      ? PNG.size(of: file.bytes, path: file.path) : PNM.size(of: file.bytes, path: file.path)
  }

  /// All pixels.
  func picture() throws(PictureError) -> Picture {
    try isPNG ? PNG.decode(file.bytes, path: file.path) : PNM.decode(file.bytes, path: file.path)
  }
}
