// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Rows of features with what is to be learned about each; immutable once made.
public struct Dataset: Sendable {
  /// The inputs, one row a sample.
  public enum Features: Sendable {
    /// Bytes that stand for byte / divisor, as pixels do.
    case bytes(ByteRows)
    /// Numbers as they are.
    case floats(Matrix)
    /// Numbers as they are, most of them zero.
    case sparse(SparseMatrix)
  }

  /// What is to be learned, one a sample.
  public enum Targets: Sendable {
    /// The number of a class, from 0.
    case classes([Int32])
    /// The numbers of any number of classes, from 0.
    case sets(ClassSets)
    /// One row of real numbers a sample.
    case reals(Matrix)
    /// The features themselves, as an autoencoder is to give them back, without a second copy.
    case features
    /// Nothing is known.
    case none
  }

  /// What messages call the data, as in "mnist train".
  public let name: String
  /// The inputs; finite, and free of denormal numbers.
  public let features: Features
  /// What is to be learned.
  public let targets: Targets
  /// The classes' names in class order; empty unless the targets are classes or sets of them.
  public let labels: [String]
  /// The extent of the images that the rows are, if they are.
  public let imageShape: ImageShape?
  /// How the features came out of the rows of a file; nil where they are stored as they are.
  public private(set) var encoding: RowEncoding?
  /// The file that each row was read from, within the source; empty where rows have none of their
  /// own.
  public let files: [String]

  /// Data that have been checked.
  ///
  /// Denormal features become zeros, so that every kernel computes the same from them.
  ///
  /// - Throws: ``DatasetError``: no rows or features, counts that differ, a feature or target that
  ///   is not finite, a class without a label, labels that repeat, an image shape that does not
  ///   fit.
  /// - Precondition: `files` is empty or names one a row.
  public init(
    name: String, features: Features, targets: Targets, labels: [String] = [],
    imageShape: ImageShape? = nil, files: [String] = []
  ) throws(DatasetError) {
    let rowCount = features.rowCount
    if rowCount == 0 { throw .noRows(name: name) }
    if features.columnCount == 0 { throw .noFeatures(name: name) }
    if rowCount > Int(Int32.max) { throw .tooManyRows(name: name, count: rowCount) }
    if let shape = imageShape, shape.featureCount != features.columnCount {
      throw .imageShapeDiffers(name: name, shape: shape, featureCount: features.columnCount)
    }
    if !files.isEmpty, files.count != rowCount {
      fatalError("dataset: \(files.count) files for \(rowCount) rows")
    }
    self.name = name
    self.features = try features.checked(name: name)
    self.targets = try targets.checked(name: name, rowCount: rowCount, labels: labels)
    self.labels = labels
    self.imageShape = imageShape
    self.files = files
  }

  /// Rows taken from data that have been checked.
  init(
    checkedName name: String, features: Features, targets: Targets, like: Dataset, files: [String]
  ) {
    self.name = name
    self.features = features
    self.targets = targets
    self.labels = like.labels
    self.imageShape = like.imageShape
    self.encoding = like.encoding
    self.files = files
  }

  /// How many samples there are; at least 1.
  public var rowCount: Int { features.rowCount }

  /// How many features a sample has; at least 1.
  public var featureCount: Int { features.columnCount }

  /// What the features go through on their way into a network.
  public var preprocessing: Preprocessing {
    switch features {
    case .bytes(let rows): Preprocessing(divisor: rows.divisor)
    case .floats, .sparse: Preprocessing(divisor: 1, encoding: encoding)
    }
  }

  /// The same data, which know how they came out of the rows of a file.
  ///
  /// - Precondition: Features are numbers.
  package func encoded(by encoding: RowEncoding?) -> Dataset {
    if case .bytes = features, encoding != nil {
      fatalError("dataset: bytes that come out of rows of a file")
    }
    var dataset = self
    dataset.encoding = encoding
    return dataset
  }

  /// The rows of a range, in order.
  ///
  /// - Precondition: The range lies within the rows and is not empty.
  public func subset(_ range: Range<Int>) -> Dataset {
    guard range.lowerBound >= 0, range.upperBound <= rowCount else {
      fatalError("dataset: rows \(range) of \(rowCount)")
    }
    return subset(rows: range.map { Int32($0) })
  }

  /// The rows named, in that order; bytes and sparse rows are shared with the whole, dense numbers are
  /// copied.
  ///
  /// - Precondition: There is at least one row, and all are there.
  public func subset(rows: [Int32], name: String? = nil) -> Dataset {
    guard !rows.isEmpty else { fatalError("dataset: a subset of no rows of \(rowCount)") }
    for row in rows where row < 0 || Int(row) >= rowCount {
      fatalError("dataset: row \(row), there are \(rowCount)")
    }
    return Dataset(
      checkedName: name ?? self.name, features: features.subset(rows: rows),
      targets: targets.subset(rows: rows), like: self,
      files: files.isEmpty ? [] : rows.map { files[Int($0)] })
  }
}
