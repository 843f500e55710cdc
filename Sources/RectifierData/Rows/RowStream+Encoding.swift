// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension RowStream {
  /// What rows say about features, with the target as it has been fitted: the same as if they lay in
  /// memory.
  ///
  /// - Parameters:
  ///   - rows: Those that are fitted to, ascending; nil for all.
  ///   - isBinary: Whether a numbered feature that is not 0 counts as 1.
  /// - Throws: ``SchemaError``, as `Schema.fit` does, and what reading throws.
  /// - Complexity: A pass over the files where there are columns, a second one where these have numbers.
  ///   Memory for every different word of a column and every different term of its texts.
  package func encoding(
    fittedTo rows: [Int32]?, target: SchemaTarget?, options: SchemaOptions, isBinary: Bool
  ) throws -> RowEncoding {
    if let numbering {
      return .indexed(
        RowEncoding.IndexedEncoding(
          indexBase: numbering.indexBase, featureCount: numbering.featureCount,
          isBinary: isBinary, target: target))
    }
    var fitting = SchemaFitting(name: name, target: target, options: options)
    repeat {
      try forEachPiece(of: rows) { try fitting.add($0.table) }
    } while fitting.endPass()
    return .columns(try fitting.schema())
  }

  /// Encodes all rows, some at a time.
  ///
  /// - Parameter body: Takes in what has been encoded, which has no targets.
  /// - Returns: What is worth knowing about the rows.
  /// - Throws: ``SchemaError``, as `RowEncoding.dataset` does, and what reading and `body` throw.
  package func encode(
    by encoding: RowEncoding, _ body: (Dataset) throws -> Void
  ) throws -> [SchemaNote] {
    var notes: [SchemaNote] = []
    try forEachPiece { piece in
      let (data, found) = try encoding.dataset(piece, needsTarget: false)
      notes = SchemaNote.merged(notes + found)
      try body(data)
    }
    return notes
  }
}
