// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What the columns of a table mean: how they become features, and which of them is learned.
///
/// It is fitted to training rows alone and goes with the model; every later table is read by it, its
/// columns found by their names.
public struct Schema: Equatable, Sendable {
  /// The columns that become features, in the order of the features.
  public let columns: [SchemaColumn]
  /// What is learned; nil where nothing is.
  public let target: SchemaTarget?

  /// A schema as a model holds it.
  ///
  /// - Throws: ``SchemaError/noFeatures(table:)``, or ``SchemaError/wrongSchema(column:found:)`` where a
  ///   column is there twice or its encoding cannot be one.
  public init(columns: [SchemaColumn], target: SchemaTarget?) throws(SchemaError) {
    if columns.isEmpty { throw .noFeatures(table: "schema") }
    var seen: Set<String> = target.map { [$0.name] } ?? []
    for column in columns {
      let isNew = seen.insert(column.name).inserted
      if let fault = isNew ? column.fault : "the column twice" {
        throw .wrongSchema(column: column.name, found: fault)
      }
    }
    if let target, let fault = target.fault {
      throw .wrongSchema(column: target.name, found: fault)
    }
    self.columns = columns
    self.target = target
  }

  /// How many features a row has.
  public var featureCount: Int { columns.reduce(0) { $0 + $1.featureCount } }

  /// Whether there are so many features that rows of them are sparse ones: four times as many as columns.
  var makesSparseRows: Bool { columns.count * 4 <= featureCount }

  /// What people may call the features, in their order.
  public var featureNames: [String] { columns.flatMap(\.featureNames) }

  /// How a later file is to be read, so that its columns are of the kinds that the schema knows.
  ///
  /// - Parameters:
  ///   - options: Everything but the columns' kinds.
  ///   - needsTarget: Whether the target is read; else it is left out.
  public func tableOptions(_ options: TableOptions, needsTarget: Bool) -> TableOptions {
    var result = options
    (result.texts, result.categorical, result.numeric) = ([], [], [])
    result.mayNameAbsentColumns = true
    for column in columns {
      switch column.encoding {
      case .number: result.numeric.append(column.name)
      case .category: result.categorical.append(column.name)
      case .text: result.texts.append(column.name)
      }
    }
    guard let target else { return result }
    switch target.kind {
    case _ where !needsTarget: result.ignored.append(target.name)
    case .reals: result.numeric.append(target.name)
    case .classes, .ordinal, .sets: result.categorical.append(target.name)
    }
    return result
  }
}
