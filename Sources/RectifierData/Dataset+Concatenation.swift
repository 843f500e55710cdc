// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension Dataset {
  /// Whether the data can stand beside others, as the test part beside the training part.
  ///
  /// - Throws: ``DatasetError/partsDiffer(name:what:found:other:expected:)`` where image shapes,
  ///   feature counts, preprocessing, or labels differ.
  public func checkFits(_ other: Dataset) throws(DatasetError) {
    func failure(_ what: String, _ fact: (Dataset) -> String) -> DatasetError? {
      let (found, expected) = (fact(self), fact(other))
      return found == expected
        ? nil
        : .partsDiffer(
          name: name, what: what, found: found, other: other.name, expected: expected)
    }
    let failures = [
      failure("images of", { $0.imageShape?.description ?? "no shape" }),
      failure("a feature count of", { "\($0.featureCount)" }),
      failure("features stored as", { $0.features.kind }),
      failure("a divisor of", { "\($0.preprocessing.divisor)" }),
      failure("targets that are", { $0.targets.kind }),
      failure("the labels", { $0.labels.joined(separator: ",") }),
    ]
    if let first = failures.compactMap({ $0 }).first { throw first }
  }

  /// All rows of data that fit together, in order, in new storage.
  static func concatenating(_ parts: [Dataset], name: String) -> Dataset {
    guard let first = parts.first else { fatalError("dataset: nothing to put together") }
    let files = parts.flatMap(\.files)
    let features = Features.concatenating(parts.map(\.features))
    return Dataset(
      checkedName: name, features: features, targets: .concatenating(parts.map(\.targets)),
      like: first, files: files.count == features.rowCount ? files : [])
  }
}

extension Dataset.Features {
  fileprivate var kind: String {
    switch self {
    case .bytes: "bytes"
    case .floats: "floats"
    case .sparse: "sparse rows"
    }
  }

  fileprivate static func concatenating(_ parts: [Self]) -> Self {
    let bytes: [ByteRows] = parts.compactMap { if case .bytes(let rows) = $0 { rows } else { nil } }
    if bytes.count == parts.count { return .bytes(.concatenating(bytes)) }
    let floats: [Matrix] = parts.compactMap { if case .floats(let all) = $0 { all } else { nil } }
    if floats.count == parts.count { return .floats(.concatenating(floats)) }
    var builder = SparseMatrix.Builder()
    for part in parts {
      guard case .sparse(let matrix) = part else {
        fatalError("dataset: features of \(parts.map(\.kind)), expected all of one kind")
      }
      for row in 0..<matrix.rowCount { builder.addRow(row, of: matrix) }
    }
    return .sparse(builder.matrix(columnCount: parts.first?.columnCount ?? 0))
  }
}

extension Dataset.Targets {
  fileprivate var kind: String {
    switch self {
    case .classes: "classes"
    case .sets: "sets of classes"
    case .reals(let matrix): "\(matrix.columnCount) real numbers"
    case .features: "the features"
    case .none: "unknown"
    }
  }

  fileprivate static func concatenating(_ parts: [Self]) -> Self {
    let classes: [[Int32]] = parts.compactMap {
      if case .classes(let all) = $0 { all } else { nil }
    }
    if classes.count == parts.count { return .classes(Array(classes.joined())) }
    let sets: [ClassSets] = parts.compactMap { if case .sets(let all) = $0 { all } else { nil } }
    if sets.count == parts.count {
      return .sets(ClassSets(sets.flatMap { all in (0..<all.count).map { Array(all[$0]) } }))
    }
    let reals: [Matrix] = parts.compactMap { if case .reals(let all) = $0 { all } else { nil } }
    if reals.count == parts.count { return .reals(.concatenating(reals)) }
    let areFeatures = parts.allSatisfy { if case .features = $0 { true } else { false } }
    return areFeatures ? .features : .none
  }
}

extension Matrix {
  fileprivate static func concatenating(_ parts: [Matrix]) -> Matrix {
    var result = Matrix(
      rowCount: parts.reduce(0) { $0 + $1.rowCount }, columnCount: parts.first?.columnCount ?? 0)
    let stride = result.stride
    result.withUnsafeMutablePointer { all in
      var target = all
      for part in parts {
        part.withUnsafePointer { target.update(from: $0, count: part.rowCount * stride) }
        target += part.rowCount * stride
      }
    }
    return result
  }
}
