// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

/// Options that have no meaning for the files at hand are refused rather than ignored.
extension InputConfiguration {
  /// Those that say what becomes of words.
  private static let textKeys = ["lowercase", "ngrams", "weighting", "vocabulary", "minDocuments"]

  /// Refuses options that the form of the files leaves without a meaning.
  package func check(for format: RowFormat) throws(ConfigurationError) {
    if format != .svmlight {
      try refuse(["indexBase", "binary"], reason: "only for svmlight files; leave out")
    }
    if format != .csv, format != .tsv {
      try refuse(
        ["text", "categorical", "numeric", "ignore", "missing", "header", "standardize"],
        reason: "only for tables (csv, tsv); leave out")
    }
    if format == .svmlight {
      try refuse(
        Self.textKeys + ["replaceInvalid"], reason: "only for tables and texts; leave out")
    }
  }

  /// Refuses options for columns of a kind that no column is of.
  func check(for encoding: RowEncoding) throws(ConfigurationError) {
    guard case .columns(let schema) = encoding else { return }
    if !schema.columns.contains(where: \.isText) {
      try refuse(
        Self.textKeys, reason: "only for columns of text, and none is; name them with --text")
    }
    if !schema.columns.contains(where: \.isNumber) {
      try refuse(["standardize"], reason: "only for columns of numbers, and none is; leave out")
    }
  }

  private func refuse(_ keys: [String], reason: String) throws(ConfigurationError) {
    let given = changedKeys.filter(keys.contains)
    if given.isEmpty { return }
    throw .conflict(options: given.map { OptionNames()[$0] }, reason: reason)
  }
}

extension SchemaColumn {
  fileprivate var isText: Bool { if case .text = encoding { true } else { false } }
  fileprivate var isNumber: Bool { if case .number = encoding { true } else { false } }
}
