// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

extension IDXFolder {
  /// Writes every part as a pair of IDX files, images and labels, uncompressed, under the names that
  /// ``read(_:name:)`` looks for.
  ///
  /// - Throws: `IDXExportError`: a part whose rows are not images of grey or coloured bytes with at
  ///   most 256 classes, a folder that is not empty; else the `FileError` of writing.
  static func write(_ parts: DatasetParts, to folder: String) throws {
    let named: [(prefix: String, data: Dataset?)] = [
      ("train", parts.train ?? (parts.available == [.all] ? parts[.all] : nil)),
      ("validation", parts.validation), ("t10k", parts.test),
    ]
    // All parts are judged before the first file is written.
    var files: [(name: String, bytes: [UInt8])] = []
    for case (let prefix, let data?) in named {
      let (images, labels) = try encode(data)
      files.append(("\(prefix)-images-idx3-ubyte", images))
      files.append(("\(prefix)-labels-idx1-ubyte", labels))
    }
    try Folder.create(folder)
    if let example = try Folder.list(folder, doing: "exporting data").first {
      throw IDXExportError.occupied(folder: folder, example: example)
    }
    for (name, bytes) in files {
      try AtomicFile.write(bytes, to: PathName.join(folder, name))
    }
  }

  private static func encode(
    _ data: Dataset
  ) throws(IDXExportError) -> (images: [UInt8], labels: [UInt8]) {
    guard case .bytes(let rows) = data.features, let shape = data.imageShape,
      case .classes(let classes) = data.targets, data.labels.count <= 256
    else { throw .notImages(name: data.name) }
    let extent = [rows.rowCount, shape.height, shape.width]
    var images = header(shape.channels == 1 ? extent : extent + [shape.channels])
    images.reserveCapacity(images.count + rows.rowCount * rows.columnCount)
    for row in 0..<rows.rowCount { rows.withRow(row) { images.append(contentsOf: $0) } }
    return (images, header([classes.count]) + classes.map { UInt8($0) })
  }

  /// Two zeros, the code of unsigned bytes, the number of dimensions, then each as 32 bits, the
  /// highest byte first.
  private static func header(_ extent: [Int]) -> [UInt8] {
    [0, 0, 8, UInt8(extent.count)]
      + extent.flatMap { count in
        stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: count >> $0) }
      }
  }
}

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

extension DatasetParts {
  /// Writes the parts as IDX files, which most programs for images read.
  package func writeIDX(to folder: String) throws { try IDXFolder.write(self, to: folder) }
}
