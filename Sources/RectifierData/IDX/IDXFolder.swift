// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// A folder of IDX files under the names that MNIST gave them.
///
/// The parts are `train-…`, `validation-…`, and `t10k-…` or `test-…`; each has
/// `…images-idx3-ubyte` and `…labels-idx1-ubyte`, also spelled with a dot before `idx`, and either
/// may end in `.gz`. Classes are called "0", "1" and so on up to the largest label of the training
/// part, or of all parts where there is none.
enum IDXFolder {
  /// For messages.
  static let examples = "train-images-idx3-ubyte and train-labels-idx1-ubyte (also .gz)"

  private static let prefixes: [(part: Part, names: [String])] = [
    (.train, ["train"]), (.validation, ["validation"]), (.test, ["t10k", "test"]),
  ]

  private struct Files {
    let images: IDXFile
    let labels: IDXFile

    /// The largest label.
    var lastClass: Int { Int(labels.values.max() ?? 0) }
  }

  /// Whether a folder holds a file with one of the known names.
  static func isPresent(in folder: String) -> Bool {
    let present = (try? Folder.list(folder, doing: "reading data")) ?? []
    return prefixes.contains { _, names in
      !matches(names, "images", "idx3-ubyte", among: present).isEmpty
        || !matches(names, "labels", "idx1-ubyte", among: present).isEmpty
    }
  }

  /// Reads all parts that are there.
  ///
  /// - Parameter name: What messages call the source, as in "mnist".
  static func read(_ folder: String, name: String) throws(IDXError) -> DatasetParts {
    let present: [String]
    do throws(FileError) {
      present = try Folder.list(folder, doing: "reading data")
    } catch { throw .file(error) }
    // All names are judged before the first file is read.
    var names: [(part: Part, images: String, labels: String)] = []
    for (part, prefixes) in prefixes {
      if let pair = try pair(prefixes, among: present, folder: folder) {
        names.append((part, pair.images, pair.labels))
      }
    }
    var files: [Part: Files] = [:]
    for (part, images, labels) in names {
      files[part] = try readPair(
        images: PathName.join(folder, images), labels: PathName.join(folder, labels))
    }
    guard let reference = files[.train] ?? files[.validation] ?? files[.test] else {
      throw .noFiles(folder: folder)
    }
    let lastClass = (files[.train].map { [$0] } ?? Array(files.values)).map(\.lastClass).max() ?? 0
    let labels = (0...lastClass).map { "\($0)" }
    func dataset(_ part: Part) throws(IDXError) -> Dataset? {
      guard let files = files[part] else { return nil }
      try check(files, against: reference, classCount: labels.count)
      return try make(files, name: "\(name) \(part.rawValue)", labels: labels)
    }
    let (train, validation, test) = (
      try dataset(.train), try dataset(.validation), try dataset(.test)
    )
    do throws(DatasetError) {
      return try DatasetParts(name: name, train: train, validation: validation, test: test)
    } catch { throw .dataset(error) }
  }

  private static func pair(
    _ prefixes: [String], among present: [String], folder: String
  ) throws(IDXError) -> (images: String, labels: String)? {
    let images = try single(prefixes, "images", "idx3-ubyte", among: present, folder: folder)
    let labels = try single(prefixes, "labels", "idx1-ubyte", among: present, folder: folder)
    switch (images, labels) {
    case (nil, nil): return nil
    case (let images?, let labels?): return (images, labels)
    case (let images?, nil):
      throw .missingPartner(
        folder: folder, present: images, missing: "\(prefixes[0])-labels-idx1-ubyte[.gz]")
    case (nil, let labels?):
      throw .missingPartner(
        folder: folder, present: labels, missing: "\(prefixes[0])-images-idx3-ubyte[.gz]")
    }
  }

  private static func single(
    _ prefixes: [String], _ role: String, _ suffix: String, among present: [String],
    folder: String
  ) throws(IDXError) -> String? {
    let found = matches(prefixes, role, suffix, among: present)
    if found.count > 1 { throw .ambiguous(folder: folder, names: found) }
    return found.first
  }

  private static func matches(
    _ prefixes: [String], _ role: String, _ suffix: String, among present: [String]
  ) -> [String] {
    let stems = prefixes.flatMap { ["\($0)-\(role)-\(suffix)", "\($0)-\(role).\(suffix)"] }
    return present.filter { stems.contains($0) || stems.map { $0 + ".gz" }.contains($0) }
  }

  private static func readPair(images: String, labels: String) throws(IDXError) -> Files {
    let files = Files(
      images: try IDXFile(path: images, role: .images),
      labels: try IDXFile(path: labels, role: .labels))
    guard files.images.rowCount == files.labels.rowCount else {
      throw .countsDiffer(
        imagesPath: images, imageCount: files.images.rowCount,
        labelsPath: labels, labelCount: files.labels.rowCount)
    }
    return files
  }

  private static func check(
    _ files: Files, against reference: Files, classCount: Int
  ) throws(IDXError) {
    let found = Array(files.images.header.shape.dropFirst())
    let expected = Array(reference.images.header.shape.dropFirst())
    if found != expected {
      throw .imageSizeDiffers(
        path: files.images.path, found: found, trainingPath: reference.images.path,
        expected: expected)
    }
    if let row = files.labels.values.firstIndex(where: { Int($0) >= classCount }) {
      throw .unknownClass(
        path: files.labels.path, offset: files.labels.header.byteCount + row,
        found: Int(files.labels.values[row]), classCount: classCount,
        trainingPath: reference.labels.path)
    }
  }

  private static func make(
    _ files: Files, name: String, labels: [String]
  ) throws(IDXError) -> Dataset {
    let shape = files.images.header.shape
    let rows = ByteRows(
      bytes: files.images.values, rowCount: shape[0],
      columnCount: shape.dropFirst().reduce(1, *))
    let imageShape =
      shape.count > 4
      ? nil
      : ImageShape(height: shape[1], width: shape[2], channels: shape.count > 3 ? shape[3] : 1)
    do throws(DatasetError) {
      return try Dataset(
        name: name, features: .bytes(rows),
        targets: .classes(files.labels.values.map { Int32($0) }),
        labels: labels, imageShape: imageShape)
    } catch { throw .dataset(error) }
  }
}
