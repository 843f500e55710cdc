// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics

extension Schema {
  /// What the training rows say about a table's columns.
  ///
  /// - Numbers: mean and deviation, and whether any is missing (``NumberEncoding``).
  /// - Words: the levels (``CategoryEncoding``).
  /// - Texts: the vocabulary (``Vectorizer``).
  /// - The target: its classes or levels, or mean and deviation (``SchemaTarget``).
  ///
  /// - Throws: ``SchemaError``: no rows, no column besides the target, a target that is absent, missing in
  ///   a row, constant or not for the task, a column without any cell or with nearly as many words as
  ///   rows, texts without a vocabulary.
  /// - Complexity: O(cells), and what the vectoriser needs.
  public static func fit(
    _ training: Table, _ options: SchemaOptions
  ) throws(SchemaError) -> Schema {
    let target: SchemaTarget?
    if let name = options.target {
      target = try SchemaTarget(fitting: name, of: training, task: options.task)
    } else {
      target = nil
    }
    return try fit(training, target: target, options)
  }

  /// The same with a target that has been fitted already, perhaps to more rows.
  static func fit(
    _ training: Table, target: SchemaTarget?, _ options: SchemaOptions
  ) throws(SchemaError) -> Schema {
    var fitting = SchemaFitting(name: training.name, target: target, options: options)
    repeat { try fitting.add(training) } while fitting.endPass()
    return try fitting.schema()
  }
}

extension TableColumn {
  /// Refuses words most of which stand in one row only, of a column that is learned.
  func checkWordsRepeat(table: String) throws(SchemaError) {
    guard case .words(let codes, let words) = cells else { return }
    var counts = WordCounts()
    counts.add(codes: codes, words: words)
    try counts.checkWordsRepeat(table: table, column: name, isTarget: true)
  }
}
