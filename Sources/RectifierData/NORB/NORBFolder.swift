// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

/// A folder of NORB's binary matrices, small (uniform) or jittered-cluttered.
///
/// The training part is `…-training-dat.mat` with `…-training-cat.mat`, or numbered pairs of files
/// `…-training-01-dat.mat`, `…-training-02-dat.mat` and so on from 01 without a gap; the test part is
/// `…-testing-…`. Each may end in `.gz`; `-info.mat` is not read. A row is a pair of images, brought
/// to 2 × 32 × 32 values from −1 to 1 by ``StereoReduction``: the left image above the right one.
enum NORBFolder {
  /// The categories' names, in order; "blank" only where a pair of it is there.
  static let labels = ["animal", "human", "plane", "truck", "car", "blank"]

  private static let parts: [(part: Part, mark: String)] = [
    (.train, "-training"), (.test, "-testing"),
  ]

  /// The names of a part's files, pairs and categories in the same order.
  private struct Names {
    var pairs: [String] = []
    var categories: [String] = []
  }

  private struct Content {
    let features: Matrix
    let classes: [Int32]
  }

  /// Whether a folder holds a file that is called as one of NORB's.
  static func isPresent(in folder: String) -> Bool {
    names(in: folder).contains { name in
      parts.contains { stem(of: name, mark: $0.mark, role: .pairs) != nil }
    }
  }

  /// Reads all parts that are there.
  ///
  /// - Parameter name: What messages call the source, as in "norb-small".
  static func read(_ folder: String, name: String) throws(NORBError) -> DatasetParts {
    let present = names(in: folder)
    // All names are judged before the first file is read.
    let names = try parts.map { (part) throws(NORBError) in
      try files(part.mark, among: present, folder: folder)
    }
    var contents: [Part: Content] = [:]
    for ((part, _), names) in zip(parts, names) where !names.pairs.isEmpty {
      contents[part] = try read(names, folder: folder)
    }
    let lastClass = contents.values.flatMap(\.classes).max() ?? 0
    let labels = Array(labels[..<max(5, Int(lastClass) + 1)])
    let datasets = try parts.map { (part) throws(NORBError) in
      try contents[part.part].map { (content) throws(NORBError) in
        try dataset(content, name: "\(name) \(part.part.rawValue)", labels: labels)
      }
    }
    do throws(DatasetError) {
      return try DatasetParts(name: name, train: datasets[0], test: datasets[1])
    } catch { throw .dataset(error) }
  }

  private static func dataset(
    _ content: Content, name: String, labels: [String]
  ) throws(NORBError) -> Dataset {
    do throws(DatasetError) {
      return try Dataset(
        name: name, features: .floats(content.features), targets: .classes(content.classes),
        labels: labels,
        imageShape: ImageShape(height: 2 * StereoReduction.side, width: StereoReduction.side))
    } catch { throw .dataset(error) }
  }

  private static func names(in folder: String) -> [String] {
    (try? Folder.list(folder, doing: "reading data")) ?? []
  }

  /// The name without its ending, if it is that of a part and role.
  private static func stem(of name: String, mark: String, role: NORBRole) -> String? {
    let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    guard plain.hasSuffix(role.ending), plain.contains(mark) else { return nil }
    return String(plain.dropLast(role.ending.count))
  }

  private static func files(
    _ mark: String, among present: [String], folder: String
  ) throws(NORBError) -> Names {
    var found: [NORBRole: [String: String]] = [.pairs: [:], .categories: [:]]
    for role in [NORBRole.pairs, .categories] {
      for name in present {
        guard let stem = stem(of: name, mark: mark, role: role) else { continue }
        if let other = found[role]?.updateValue(name, forKey: stem) {
          throw .ambiguous(folder: folder, names: [other, name])
        }
      }
    }
    let (pairs, categories) = (found[.pairs] ?? [:], found[.categories] ?? [:])
    var names = Names()
    for stem in Set(pairs.keys).union(categories.keys).sorted() {
      guard let pair = pairs[stem] else {
        throw .missingPartner(
          folder: folder, present: categories[stem] ?? "",
          missing: stem + NORBRole.pairs.ending + "[.gz]")
      }
      guard let category = categories[stem] else {
        throw .missingPartner(
          folder: folder, present: pair, missing: stem + NORBRole.categories.ending + "[.gz]")
      }
      names.pairs.append(pair)
      names.categories.append(category)
    }
    try checkNumbers(Set(pairs.keys).sorted(), mark: mark, names: names.pairs, folder: folder)
    return names
  }

  /// Refuses stems of several sets, and numbers that do not go on from 01.
  private static func checkNumbers(
    _ stems: [String], mark: String, names: [String], folder: String
  ) throws(NORBError) {
    guard let first = stems.first, let range = first.ranges(of: mark).last else { return }
    let start = first[..<range.upperBound]
    if stems == [String(start)] { return }
    let isNumbered = first != start
    for (stem, name) in zip(stems, names).dropFirst()
    where !isNumbered || !stem.hasPrefix(start + "-") {
      throw .ambiguous(folder: folder, names: [names[0], name])
    }
    for (index, stem) in stems.enumerated() {
      let number = index + 1
      let expected = "\(start)-\(number < 10 ? "0" : "")\(number)"
      if stem != expected {
        throw .gap(
          folder: folder, present: names, missing: expected + NORBRole.pairs.ending + "[.gz]")
      }
    }
  }

  private static func read(_ names: Names, folder: String) throws(NORBError) -> Content {
    let pairs = try names.pairs.map { (name) throws(NORBError) in
      try NORBFile(path: PathName.join(folder, name), role: .pairs)
    }
    var classes: [Int32] = []
    for (file, name) in zip(pairs, names.categories) {
      classes += try categories(PathName.join(folder, name), of: file)
    }
    for file in pairs where file.header.shape[2...] != pairs[0].header.shape[2...] {
      throw .sizeDiffers(
        path: file.path, shape: file.header.shape, other: pairs[0].path,
        expected: pairs[0].header.shape)
    }
    guard classes.count <= Int(Int32.max) else {
      throw .tooMany(folder: folder, count: classes.count)
    }
    var features = Matrix(rowCount: classes.count, columnCount: StereoReduction.featureCount)
    let (stride, shape) = (features.stride, pairs[0].header.shape)
    let reduction = StereoReduction(height: shape[2], width: shape[3])
    var row = 0
    for file in pairs {
      for _ in 0..<file.header.rowCount {
        let pair = try file.next(reduction.pairByteCount)
        features.withUnsafeMutablePointer { reduction.reduce(pair, into: $0 + row * stride) }
        row += 1
      }
      try file.finish()
    }
    return Content(features: features, classes: classes)
  }

  private static func categories(
    _ path: String, of pairs: NORBFile
  ) throws(NORBError) -> [Int32] {
    let file = try NORBFile(path: path, role: .categories)
    guard file.header.rowCount == pairs.header.rowCount else {
      throw .countsDiffer(
        pairsPath: pairs.path, pairCount: pairs.header.rowCount, categoriesPath: path,
        categoryCount: file.header.rowCount)
    }
    let bytes = try file.next(file.header.contentByteCount)
    try file.finish()
    return try stride(from: 0, to: bytes.count, by: 4).map { (start) throws(NORBError) in
      let number = Int32(bitPattern: NORBHeader.number(bytes[start..<(start + 4)]))
      guard labels.indices.contains(Int(number)) else {
        throw .unknownClass(
          path: path, offset: NORBHeader.byteCount(of: .categories) + start, found: Int(number))
      }
      return number
    }
  }
}
