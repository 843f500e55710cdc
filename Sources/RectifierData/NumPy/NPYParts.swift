// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

/// Data from arrays as NumPy writes them.
///
/// An archive has the members `x` and `y`, or `x_train`, `y_train`, `x_validation` (or `x_val`),
/// `y_validation`, `x_test`, `y_test`; other members are not read. A single array is `x`.
///
/// - `x` has a row a sample. Bytes (`uint8`) are divided by 255, all other numbers taken as they
///   are. Bytes of three dimensions, or of four with 1 or 3 channels last, are images.
/// - `y` has one whole number a row, the class, called as the number is written; or real numbers.
///   Classes are those of the training part, in ascending order, or of all parts without one.
enum NPYParts {
  /// How many classes there may be.
  static let classLimit = 10_000
  /// How many members an archive may have.
  static let memberLimit = 1024
  /// How many bytes all members of an archive may inflate to: 16 GiB.
  static let byteLimit = 1 << 34

  private static let suffixes: [(part: Part, names: [String])] = [
    (.all, [""]), (.train, ["_train"]), (.validation, ["_validation", "_val"]),
    (.test, ["_test"]),
  ]

  /// What names of files end in.
  private static let endings = [".npz", ".npy", ".npy.gz"]

  private struct Arrays {
    let part: Part
    let features: NPYArray
    let targets: NPYArray?
  }

  /// Whether a path is called as arrays are.
  static func isArray(_ path: String) -> Bool { endings.contains { path.hasSuffix($0) } }

  /// Reads an archive or a single array.
  ///
  /// - Parameter name: What messages call the source, as in "digits.npz".
  static func read(_ path: String, name: String) throws(NumPyError) -> DatasetParts {
    guard path.hasSuffix(".npz") else {
      let arrays = Arrays(part: .all, features: try NPYArray.read(path), targets: nil)
      return DatasetParts(all: try dataset(arrays, name: name, classes: []))
    }
    let found = try arrays(in: path)
    let classes = try classes(of: found)
    if let all = found.first(where: { $0.part == .all }) {
      return DatasetParts(all: try dataset(all, name: name, classes: classes))
    }
    var datasets: [Part: Dataset] = [:]
    for arrays in found {
      datasets[arrays.part] = try dataset(
        arrays, name: "\(name) \(arrays.part.rawValue)", classes: classes)
    }
    do throws(DatasetError) {
      return try DatasetParts(
        name: name, train: datasets[.train], validation: datasets[.validation],
        test: datasets[.test])
    } catch { throw .dataset(error) }
  }

  private static func arrays(in path: String) throws(NumPyError) -> [Arrays] {
    let archive: ZipArchive
    do {
      let file = try MappedFile(path: path, doing: "reading arrays")
      archive = try ZipArchive(file, memberLimit: memberLimit, byteLimit: byteLimit)
    } catch let error as FileError {
      throw .content(.file(error))
    } catch let error as ZipError {
      throw .zip(error)
    } catch { fatalError("arrays: \(error)") }
    let members = Set(archive.names.filter { $0.hasSuffix(".npy") }.map { $0.dropLast(4) })
    // All names are judged before the first member is inflated.
    var pairs: [(part: Part, features: String, targets: String?)] = []
    for (part, suffixes) in suffixes {
      for suffix in suffixes {
        let (features, targets) = ("x" + suffix, "y" + suffix)
        let hasTargets = members.contains(targets[...])
        if members.contains(features[...]) {
          pairs.append((part, features, hasTargets ? targets : nil))
        } else if hasTargets {
          throw .missingPartner(path: path, present: targets, missing: features)
        }
      }
    }
    guard let first = pairs.first else {
      throw .noMembers(path: path, found: archive.names.sorted())
    }
    let twice = zip(pairs, pairs.dropFirst()).first { $0.part == $1.part }
    if let other = twice?.1 ?? (first.part == .all ? pairs.dropFirst().first : nil) {
      throw .mixedMembers(
        path: path, whole: twice?.0.features ?? first.features, part: other.features)
    }
    var found: [Arrays] = []
    for pair in pairs {
      found.append(
        Arrays(
          part: pair.part, features: try array(pair.features, of: archive, path: path),
          targets: try pair.targets.map { (name) throws(NumPyError) in
            try array(name, of: archive, path: path)
          }))
    }
    return found
  }

  private static func array(
    _ name: String, of archive: ZipArchive, path: String
  ) throws(NumPyError) -> NPYArray {
    let content: [UInt8]?
    do throws(ZipError) {
      content = try archive.content(of: name + ".npy")
    } catch { throw .zip(error) }
    return try NPYArray(content ?? [], place: "\(PathName.quoted(path)), member \(name)")
  }

  /// All classes, ascending: those of the training part, or of all parts where there is none.
  private static func classes(of found: [Arrays]) throws(NumPyError) -> [Int64] {
    let training = found.filter { $0.part == .train }
    var classes: Set<Int64> = []
    for arrays in training.isEmpty ? found : training {
      guard let targets = arrays.targets, targets.header.element.isWhole else { continue }
      classes.formUnion(try wholes(of: targets))
      if classes.count > classLimit {
        throw .tooManyClasses(place: targets.place, found: classes.count)
      }
    }
    return classes.sorted()
  }

  private static func wholes(of targets: NPYArray) throws(NumPyError) -> [Int64] {
    let shape = targets.header.shape
    guard shape.count == 1 || shape.count == 2 && shape[1] == 1 else {
      throw .wrongShape(place: targets.place, shape: shape, expected: "one class a row")
    }
    var wholes: [Int64] = []
    for (row, whole) in targets.wholes().enumerated() {
      guard let whole else { throw .wrongClass(place: targets.place, row: row) }
      wholes.append(whole)
    }
    return wholes
  }

  private static func dataset(
    _ arrays: Arrays, name: String, classes: [Int64]
  ) throws(NumPyError) -> Dataset {
    let (features, shape) = try features(arrays.features)
    let targets = try arrays.targets.map { (targets) throws(NumPyError) in
      try self.targets(targets, classes: classes)
    }
    let labels: [String] =
      if case .classes? = targets { classes.map { "\($0)" } } else { [] }
    do throws(DatasetError) {
      return try Dataset(
        name: name, features: features, targets: targets ?? .none, labels: labels,
        imageShape: shape)
    } catch { throw .dataset(error) }
  }

  private static func features(
    _ array: NPYArray
  ) throws(NumPyError) -> (Dataset.Features, ImageShape?) {
    let shape = array.header.shape
    guard shape.count > 1 else {
      throw .wrongShape(
        place: array.place, shape: shape, expected: "a row a sample, at least two dimensions")
    }
    guard !shape.contains(0), shape[0] <= Int(Int32.max) else {
      throw .wrongShape(
        place: array.place, shape: shape,
        expected: "from 1 to \(Int32.max) rows of at least one number")
    }
    guard array.header.element.isByte else { return (.floats(array.matrix()), nil) }
    let rows = ByteRows(
      bytes: array.byteRows(), rowCount: array.rowCount, columnCount: array.columnCount)
    let channels = shape.count == 3 ? 1 : shape.count == 4 ? shape[3] : 0
    guard channels == 1 || channels == 3 else { return (.bytes(rows), nil) }
    return (.bytes(rows), ImageShape(height: shape[1], width: shape[2], channels: channels))
  }

  private static func targets(
    _ array: NPYArray, classes: [Int64]
  ) throws(NumPyError) -> Dataset.Targets {
    guard array.header.element.isWhole else {
      guard (1...2).contains(array.header.shape.count), !array.header.shape.contains(0) else {
        throw .wrongShape(
          place: array.place, shape: array.header.shape, expected: "one row of numbers a sample")
      }
      return .reals(array.matrix())
    }
    let numbers = Dictionary(
      uniqueKeysWithValues: classes.enumerated().map { ($1, Int32($0)) })
    var found: [Int32] = []
    for (row, whole) in try wholes(of: array).enumerated() {
      guard let number = numbers[whole] else {
        throw .unknownClass(place: array.place, row: row, found: whole)
      }
      found.append(number)
    }
    return .classes(found)
  }
}
