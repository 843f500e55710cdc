// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How files that hold a row a line are read.
public struct RowOptions: Equatable, Sendable {
  /// The form of the files; nil: by their names.
  public var format: RowFormat?
  /// How columns are told apart; its separator is that of the form.
  public var table = TableOptions()
  /// From which number on the features of svmlight files count.
  public var indexBase = SvmlightOptions.IndexBase.automatic

  /// What fits most files.
  public init() {}
}
