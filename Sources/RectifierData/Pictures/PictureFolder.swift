// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Folders of pictures, and single pictures, as data.
///
/// A folder holds one folder a class, called as the class; or `train`, `validation` and `test` with
/// class folders inside; or pictures alone, whose classes are then unknown. Classes are numbered in
/// the order of their names' bytes, as the training part has them, or all parts where there is no
/// training part. The rows of a class follow one another, in the order of their names.
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
      var sets = try reader.read([classes.flatMap(\.files)])
      let numbering = ClassNumbering(labels: classes.map(\.label), classes: classes)
      return DatasetParts(all: try sets.removeFirst().dataset(name, classes: numbering))
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
    let sets = try reader.read(parts.map { (classes[$0] ?? []).flatMap(\.files) })
    var datasets: [Part: Dataset] = [:]
    for (part, set) in zip(parts, sets) {
      let numbering = ClassNumbering(labels: labels, classes: classes[part] ?? [])
      datasets[part] = try set.dataset("\(name) \(part.rawValue)", classes: numbering)
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

/// The classes of rows that were read class by class.
struct ClassNumbering {
  let labels: [String]
  let classes: [PictureListing.Class]

  /// The class of each row.
  var numbers: [Int32] {
    classes.flatMap { found in
      let number = Int32(labels.firstIndex(of: found.label) ?? 0)
      return repeatElement(number, count: found.files.count)
    }
  }
}
