// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

extension DatasetParts {
  /// Writes every part as a pair of IDX files, images and labels, uncompressed, under the names that
  /// MNIST gave them, and the classes' names, one a line, as `labels.txt`.
  ///
  /// - Returns: What was written, in that order: each file's name, and how many rows it holds.
  /// - Throws: `IDXExportError`: rows that are not images of grey or coloured bytes in at most 256
  ///   classes, a folder that is not empty; else the `FileError` of writing.
  package func writeIDX(to folder: String) throws -> [(name: String, rowCount: Int)] {
    try Folder.create(folder)
    if let example = try Folder.list(folder, doing: "exporting data").first {
      throw IDXExportError.occupied(folder: folder, example: example)
    }
    var written: [(name: String, rowCount: Int)] = []
    var labels: [String] = []
    let undivided = available == [.all]
    // One part at a time, for each may be large and is made when it is asked for.
    for (part, prefix) in [
      (undivided ? Part.all : .train, "train"), (.validation, "validation"), (.test, "t10k"),
    ] where undivided ? part == .all : has(part) {
      guard let data = self[part] else { continue }
      let files = try IDXFolder.encode(data)
      for (name, bytes) in [
        ("\(prefix)-images-idx3-ubyte", files.images),
        ("\(prefix)-labels-idx1-ubyte", files.labels),
      ] {
        try AtomicFile.write(bytes, to: PathName.join(folder, name))
        written.append((name, data.rowCount))
      }
      labels = data.labels
    }
    let lines = labels.map { $0 + "\n" }.joined()
    try AtomicFile.write(lines, to: PathName.join(folder, "labels.txt"))
    return written + [("labels.txt", labels.count)]
  }
}

extension IDXFolder {
  fileprivate static func encode(
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
