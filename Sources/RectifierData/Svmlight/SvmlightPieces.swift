// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

/// Gives a svmlight file, of which base and number of features are known, as some rows after others.
struct SvmlightPieces {
  private let source: ContentSource
  private let stream: LineStream
  private let options: SvmlightOptions
  private let featureCount: Int

  /// - Precondition: The options say the base and the number of features.
  init(_ source: ContentSource, options: SvmlightOptions) throws(SvmlightError) {
    guard let featureCount = options.featureCount, options.indexBase != .automatic else {
      fatalError("svmlight pieces: \(options)")
    }
    self.source = source
    self.options = options
    self.featureCount = featureCount
    stream = try SvmlightRows.open(source)
  }

  /// The next rows: at least one, and no further one once so many bytes have been read. Nil at the end.
  func next(byteLimit: Int) throws(SvmlightError) -> RawRows? {
    var rows = SvmlightRows(options: options)
    try rows.read(stream, path: source.path, byteLimit: byteLimit)
    if rows.labels.rowCount == 0 { return nil }
    return RawRows(
      table: Table(name: source.name, columns: [], lines: rows.labels.lines),
      vectors: RawRows.IndexedRows(
        features: rows.matrix(base: options.indexBase, featureCount: featureCount),
        indexBase: options.indexBase == .zero ? 0 : 1))
  }
}
