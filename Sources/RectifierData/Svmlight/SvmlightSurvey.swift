// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// What a svmlight file turns out to have, once it has been read to its end.
struct SvmlightSurvey {
  /// The rows, with their entries where these are kept.
  let rows: SvmlightRows
  /// The index of the first feature; never automatic.
  let indexBase: SvmlightOptions.IndexBase
  /// How many features a row has.
  let featureCount: Int
  /// The labels: one column, of numbers where every row has exactly one, else of sets.
  let targets: Table

  /// - Throws: ``SvmlightError`` with the line and the byte of the first fault.
  init(
    _ source: ContentSource, options: SvmlightOptions, keepsEntries: Bool
  ) throws(SvmlightError) {
    var rows = SvmlightRows(options: options, keepsEntries: keepsEntries)
    try rows.read(SvmlightRows.open(source), path: source.path)
    if rows.labels.rowCount == 0 { throw .noRows(path: source.path) }
    let base = try rows.resolvedBase(path: source.path)
    featureCount = options.featureCount ?? rows.indexEnd - (base == .one ? 1 : 0)
    if featureCount < 1 { throw .noFeatures(path: source.path) }
    indexBase = base
    targets = Table(
      name: source.name,
      columns: [
        rows.labels.column(named: SvmlightFile.labelColumn, asSets: options.hasLabelSets)
      ],
      lines: rows.labels.lines)
    self.rows = rows
  }
}
