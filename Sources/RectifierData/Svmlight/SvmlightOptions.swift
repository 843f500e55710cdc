// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How a svmlight file is read.
public struct SvmlightOptions: Equatable, Sendable {
  /// Which index is that of the first feature.
  public enum IndexBase: String, CaseIterable, Sendable {
    /// 0 where any row of the file has an index 0, else 1.
    case automatic = "auto"
    /// The first feature is called 0.
    case zero = "0"
    /// The first feature is called 1.
    case one = "1"
  }

  /// Which index is that of the first feature. What one file turns out to have holds for all that
  /// belong to it.
  public var indexBase: IndexBase
  /// How many features a row has; nil: as many as the greatest index needs.
  public var featureCount: Int?
  /// Whether labels are sets even where every row has exactly one.
  public var hasLabelSets: Bool

  /// Options; what is not given follows from the file.
  public init(
    indexBase: IndexBase = .automatic, featureCount: Int? = nil, hasLabelSets: Bool = false
  ) {
    self.indexBase = indexBase
    self.featureCount = featureCount
    self.hasLabelSets = hasLabelSets
  }

  /// What reads further files so that their columns and labels mean what an encoding says.
  public init(_ encoding: RowEncoding.IndexedEncoding) {
    self.init(
      indexBase: encoding.indexBase == 0 ? .zero : .one, featureCount: encoding.featureCount)
    if case .sets? = encoding.target?.kind { hasLabelSets = true }
  }
}
