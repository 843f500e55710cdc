// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// How the rows of a file become features and targets, as fitted to training rows; it lives in the
/// model.
public enum RowEncoding: Equatable, Sendable {
  /// Columns by their names.
  case columns(Schema)
  /// Features by their numbers.
  case indexed(IndexedEncoding)

  /// Features of which the number says which.
  public struct IndexedEncoding: Equatable, Sendable {
    /// The number of the first feature: 0 or 1.
    public let indexBase: Int
    /// How many features there are.
    public let featureCount: Int
    /// Whether a feature that is not 0 counts as 1.
    public let isBinary: Bool
    /// What is learned; nil where nothing is.
    public let target: SchemaTarget?

    /// An encoding as a model holds it.
    ///
    /// - Precondition: The base is 0 or 1, and there is a feature.
    public init(
      indexBase: Int, featureCount: Int, isBinary: Bool = false, target: SchemaTarget?
    ) {
      guard indexBase == 0 || indexBase == 1, featureCount > 0 else {
        fatalError("indexed encoding: base \(indexBase), \(featureCount) features")
      }
      self.indexBase = indexBase
      self.featureCount = featureCount
      self.isBinary = isBinary
      self.target = target
    }
  }

  /// What is learned; nil where nothing is.
  public var target: SchemaTarget? {
    switch self {
    case .columns(let schema): schema.target
    case .indexed(let encoding): encoding.target
    }
  }

  /// How many features a row has.
  package var featureCount: Int {
    switch self {
    case .columns(let schema): schema.featureCount
    case .indexed(let encoding): encoding.featureCount
    }
  }

  /// Whether most features of a row are not zero, so that rows in memory are dense ones.
  package var makesDenseRows: Bool {
    switch self {
    case .columns(let schema): !schema.makesSparseRows
    case .indexed: false
    }
  }

  /// Whether features come out the same, whatever is learned from them.
  public func makesSameFeatures(as other: RowEncoding) -> Bool {
    switch (self, other) {
    case (.columns(let own), .columns(let others)): own.columns == others.columns
    case (.indexed(let own), .indexed(let others)):
      (own.indexBase, own.featureCount, own.isBinary)
        == (others.indexBase, others.featureCount, others.isBinary)
    default: false
    }
  }

  /// What training rows say about features, with the target as it has been fitted.
  ///
  /// - Parameters:
  ///   - training: The rows.
  ///   - target: What their targets were fitted to; nil for none.
  ///   - options: How columns become features.
  ///   - isBinary: Whether a numbered feature that is not 0 counts as 1.
  /// - Throws: ``SchemaError``, as `Schema.fit` does.
  public static func fit(
    _ training: RawRows, target: SchemaTarget?, options: SchemaOptions, isBinary: Bool = false
  ) throws(SchemaError) -> RowEncoding {
    if let vectors = training.vectors {
      if vectors.features.columnCount == 0 { throw .noFeatures(table: training.name) }
      return .indexed(
        IndexedEncoding(
          indexBase: vectors.indexBase, featureCount: vectors.features.columnCount,
          isBinary: isBinary, target: target))
    }
    return .columns(try Schema.fit(training.table, target: target, options))
  }

  /// The data set that rows are.
  ///
  /// - Parameters:
  ///   - rows: Any that have the features of the training rows.
  ///   - needsTarget: Whether the target is read; else the data set has none.
  /// - Returns: The data set, which knows this encoding, and what is worth knowing about the rows.
  /// - Throws: ``SchemaError``, as `Schema.dataset` does.
  public func dataset(
    _ rows: RawRows, needsTarget: Bool
  ) throws(SchemaError) -> (Dataset, [SchemaNote]) {
    switch (self, rows.vectors) {
    case (.columns(let schema), _):
      let (dataset, notes) = try schema.dataset(rows.table, needsTarget: needsTarget)
      return (dataset.encoded(by: self), notes)
    case (.indexed(let encoding), let vectors?):
      var targets = Dataset.Targets.none
      if needsTarget, let target = encoding.target { targets = try target.targets(in: rows.table) }
      do throws(DatasetError) {
        let dataset = try Dataset(
          name: rows.name,
          features: .sparse(encoding.isBinary ? vectors.features.presence : vectors.features),
          targets: targets,
          labels: needsTarget ? encoding.target?.labels ?? [] : [])
        return (dataset.encoded(by: self), [])
      } catch { throw .dataset(error) }
    case (.indexed, nil): fatalError("row encoding: columns for an encoding of numbered features")
    }
  }
}

extension SparseMatrix {
  /// The same rows with 1 for every entry.
  fileprivate var presence: SparseMatrix {
    SparseMatrix(
      columnCount: columnCount, rowStarts: rowStarts, columns: columns,
      values: [Float](repeating: 1, count: values.count))
  }
}
