// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension DataSource {
  /// Reads the rows of files once, so that they can be read again some at a time.
  ///
  /// - Parameters:
  ///   - encoding: How a model wants them; nil where something is to be fitted to them.
  ///   - target: The column of a table that is learned, if any; other forms say it themselves.
  ///   - pieceByteCount: Once so many bytes have been read, the rows at hand are given.
  /// - Throws: ``DataSourceError``, as reading all rows into memory does.
  package func rowStream(
    _ options: RowOptions, encoding: RowEncoding?, target: String?,
    pieceByteCount: Int = RowStream.usualPieceByteCount
  ) throws(DataSourceError) -> RowStream {
    var surveys = try surveys(options, encoding: encoding, target: target)
    let bases = Set(surveys.map(\.firstIndex))
    guard !bases.contains(nil) || bases.count == 1 else { throw notOneForm }
    if bases.count > 1 {
      // Where some begin their features with the number 0, all do.
      var options = options
      options.indexBase = .zero
      surveys = try self.surveys(options, encoding: encoding, target: target)
    }
    do throws(SchemaError) {
      return try RowStream(
        surveys, name: surveys.count == 1 ? surveys[0].header.name : name,
        pieceByteCount: pieceByteCount)
    } catch { throw .schema(error) }
  }

  private func surveys(
    _ options: RowOptions, encoding: RowEncoding?, target: String?
  ) throws(DataSourceError) -> [RowFileSurvey] {
    var surveys: [RowFileSurvey] = []
    for source in rowSources {
      let file = try source.rowFile(options, encoding: encoding, needsTarget: target != nil)
      surveys.append(try RowFileSurvey(file, target: target))
    }
    return surveys
  }

  /// The sources that files belong to, one each.
  private var rowSources: [DataSource] {
    switch kind {
    case .several(let sources): sources
    case .parts: part(.all)?.rowSources ?? []
    case .files, .standardInput, .glyphs: [self]
    }
  }
}
