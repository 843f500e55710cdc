// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// Which column is learned, and what its cells become.
public struct SchemaTarget: Equatable, Sendable {
  /// What is learned.
  public enum Kind: Equatable, Sendable {
    /// One class a row.
    case classes(labels: [String])
    /// One level a row; levels ascend, and the labels are their texts.
    case ordinal(labels: [String], levels: [Double])
    /// Any number of labels a row.
    case sets(labels: [String])
    /// A real number y, which the data set holds as (y − mean) / deviation.
    case reals(mean: Float, deviation: Float)
  }

  /// What the table calls the column.
  public let name: String
  /// What is learned.
  public let kind: Kind

  /// A target as a model holds it.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// The classes' names in class order; empty of real numbers.
  public var labels: [String] {
    switch kind {
    case .classes(let labels), .ordinal(let labels, _), .sets(let labels): labels
    case .reals: []
    }
  }

  /// Why a model cannot hold the target; nil where it can.
  var fault: String? {
    if Set(labels).count < labels.count { return "a label twice" }
    switch kind {
    case .classes, .sets: return labels.isEmpty ? "no label" : nil
    case .ordinal(_, let levels):
      let ascends = zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 }
      return ascends && levels.count == labels.count ? nil : "levels that do not ascend"
    case .reals(let mean, let deviation):
      return mean.isFinite && deviation.isFinite && deviation > 0
        ? nil : "mean \(mean), deviation \(deviation)"
    }
  }
}
