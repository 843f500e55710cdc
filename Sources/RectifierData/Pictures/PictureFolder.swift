// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Folders of pictures, and single pictures, as data.
///
/// A folder holds one folder a class, called as the class; or `train`, `validation` and `test` with
/// class folders inside; or pictures alone, whose classes are then unknown. Classes are numbered in
/// the order of their names' bytes, as the training part has them, or all parts where there is no
/// training part. The rows of a class are in the order of their files' names, and those of all
/// classes mixed evenly, as ``ClassRows`` says.
enum PictureFolder {
  /// Reads a folder.
  ///
  /// The headers of all files are read first, so that nothing large is held when one is refused for
  /// its size.
  ///
  /// - Parameter name: What messages call the source, as in "digits".
  static func read(
    _ folder: String, name: String, options: PictureOptions
  ) throws(PictureError) -> DatasetParts {
    var reader = PictureReader(folder: folder, options: options)
    switch try PictureListing(folder).content {
    case .loose(let files):
      guard options.minimumClassCount == 0 else { throw .noClasses(path: folder) }
      var sets = try reader.read([files])
      return DatasetParts(all: try sets.removeFirst().dataset(name, classes: nil))
    case .classes(let classes):
      try check(classes.map(\.label), folder: folder, options: options)
      let rows = ClassRows(classes, labels: classes.map(\.label))
      var sets = try reader.read([rows.files])
      return DatasetParts(all: try sets.removeFirst().dataset(name, classes: rows))
    case .parts(let classes):
      return try read(classes, of: folder, name: name, with: &reader)
    }
  }

  /// Reads a single picture: one row of an unknown class.
  static func readFile(
    _ path: String, name: String, options: PictureOptions
  ) throws(PictureError) -> DatasetParts {
    guard options.minimumClassCount == 0 else { throw .noClasses(path: path) }
    var reader = PictureReader(folder: "", options: options)
    var sets = try reader.read([[path]])
    return DatasetParts(all: try sets.removeFirst().dataset(name, classes: nil))
  }

  private static func read(
    _ classes: [Part: [PictureListing.Class]], of folder: String, name: String,
    with reader: inout PictureReader
  ) throws(PictureError) -> DatasetParts {
    let parts = [Part.train, .validation, .test].filter { classes[$0] != nil }
    let numbered = classes[.train] ?? parts.flatMap { classes[$0] ?? [] }
    let labels = Set(numbered.map(\.label)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let training = PathName.join(folder, Part.train.rawValue)
    try check(
      labels, folder: classes[.train] == nil ? folder : training, options: reader.options)
    for part in parts {
      for found in classes[part] ?? [] where !labels.contains(found.label) {
        throw .unknownClass(
          folder: PathName.join(folder, part.rawValue), label: found.label,
          trainingFolder: training)
      }
    }
    let rows = parts.map { ClassRows(classes[$0] ?? [], labels: labels) }
    let sets = try reader.read(rows.map(\.files))
    var datasets: [Part: Dataset] = [:]
    for ((part, rows), set) in zip(zip(parts, rows), sets) {
      datasets[part] = try set.dataset("\(name) \(part.rawValue)", classes: rows)
    }
    do throws(DatasetError) {
      return try DatasetParts(
        name: name, train: datasets[.train], validation: datasets[.validation],
        test: datasets[.test])
    } catch { throw .dataset(error) }
  }

  private static func check(
    _ labels: [String], folder: String, options: PictureOptions
  ) throws(PictureError) {
    if labels.count == 1, options.minimumClassCount > 1 {
      throw .oneClass(folder: folder, label: labels[0])
    }
  }
}
