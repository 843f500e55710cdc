// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Reads pictures that have to agree in size and channels.
struct PictureReader {
  /// What names are relative to; empty where they are whole paths.
  let folder: String
  let options: PictureOptions
  /// Channels of all rows so far: 1 until a picture in colour turns up.
  private var channels: Int

  init(folder: String, options: PictureOptions) {
    self.folder = folder
    self.options = options
    channels = options.channels ?? 1
  }

  /// Reads sets of files, all with the same channels in the end.
  mutating func read(_ sets: [[String]]) throws(PictureError) -> [PictureSet] {
    let count = sets.reduce(0) { $0 + $1.count }
    let size = try commonSize(of: sets.flatMap { $0 })
    try checkMemory(pictureCount: count, size: size)
    var results: [PictureSet] = []
    for files in sets {
      var set = PictureSet(size: size, channels: channels, files: files)
      for file in files {
        let picture = try PictureFile(path(of: file)).picture().prepared(options)
        // Somebody may have written the file since its header was read.
        guard picture.size == size else {
          throw .sizeDiffers(
            path: path(of: file), found: picture.size, reference: "the file at first",
            expected: size)
        }
        if picture.channels > channels {
          channels = picture.channels
          try checkMemory(pictureCount: count, size: size)
        }
        set.append(picture, channels: channels)
      }
      results.append(set)
    }
    for index in results.indices { results[index].convert(toChannels: channels) }
    return results
  }

  /// The size of the rows, from the headers alone.
  private func commonSize(of files: [String]) throws(PictureError) -> PictureSize {
    var common = options.required
    for file in files {
      let path = path(of: file)
      let size = try PictureFile(path).size()
      if options.resize != nil { continue }
      guard let expected = common else {
        common = PictureOptions.Requirement(size: size, reference: PathName.quoted(path))
        continue
      }
      guard size == expected.size else {
        throw .sizeDiffers(
          path: path, found: size, reference: expected.reference, expected: expected.size)
      }
    }
    guard let size = options.resize ?? common?.size else {
      throw .noPictures(folder: folder)
    }
    return size
  }

  private func checkMemory(pictureCount: Int, size: PictureSize) throws(PictureError) {
    let (bytes, overflows) = pictureCount.multipliedReportingOverflow(by: size.area * channels)
    if overflows || bytes > options.byteLimit {
      throw .exceedsMemory(
        folder: folder, pictureCount: pictureCount, size: size, limit: options.byteLimit)
    }
  }

  private func path(of file: String) -> String { PathName.join(folder, file) }
}

/// Pictures of one size as rows of bytes.
struct PictureSet {
  private let size: PictureSize
  private let files: [String]
  private var channels: Int
  private var bytes: [UInt8] = []

  init(size: PictureSize, channels: Int, files: [String]) {
    self.size = size
    self.channels = channels
    self.files = files
  }

  /// Adds a row, after all before it have been brought to the channels.
  mutating func append(_ picture: Picture, channels: Int) {
    convert(toChannels: channels)
    bytes.append(contentsOf: picture.converted(toChannels: channels).bytes)
  }

  /// Repeats grey for each of three channels, where that is asked for.
  mutating func convert(toChannels count: Int) {
    guard channels < count else { return }
    channels = count
    bytes = bytes.flatMap { repeatElement($0, count: count) }
  }

  /// The rows as data, each with the name of its file.
  func dataset(_ name: String, classes: ClassRows?) throws(PictureError) -> Dataset {
    let shape = ImageShape(height: size.height, width: size.width, channels: channels)
    let rows = ByteRows(
      bytes: bytes, rowCount: files.count, columnCount: size.area * channels)
    do throws(DatasetError) {
      return try Dataset(
        name: name, features: .bytes(rows), targets: classes.map { .classes($0.classes) } ?? .none,
        labels: classes?.labels ?? [], imageShape: shape, files: files)
    } catch { throw .dataset(error) }
  }
}
