// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles

/// The values of options as people write them; errors call the option by the given name.
extension InputConfiguration {
  /// `csv`, `tsv`, `svmlight`, `fasttext`, `text`.
  package static func format(
    named name: String, option: String = "--format"
  ) throws(ConfigurationError) -> RowFormat {
    try TrainConfiguration.value(named: name, option: option)
  }

  /// `presence`, `counts`, `tfidf`.
  package static func weighting(
    named name: String, option: String = "--weighting"
  ) throws(ConfigurationError) -> Vectorizer.Weighting {
    try TrainConfiguration.value(named: name, option: option)
  }

  /// `auto`, `0`, `1`.
  package static func indexBase(
    named name: String, option: String = "--index-base"
  ) throws(ConfigurationError) -> SvmlightOptions.IndexBase {
    try TrainConfiguration.value(named: name, option: option)
  }

  /// `training`, `all`.
  package static func fittedRows(
    named name: String, option: String = "--fit-on"
  ) throws(ConfigurationError) -> FittedRows {
    try TrainConfiguration.value(named: name, option: option)
  }

  /// `auto`, `classification`, `multi-label`, `ordinal`, `regression`.
  static func task(named name: String, option: String) throws(ConfigurationError) -> TaskChoice {
    try TrainConfiguration.value(
      named: name, among: TaskChoice.allCases.map { (name: $0.name, value: $0) }, option: option)
  }

  /// Checks every range that does not depend on the data.
  func check(_ names: OptionNames) throws(ConfigurationError) {
    for (key, value) in [
      ("ngrams", text.longestNGram), ("vocabulary", text.vocabularySize),
      ("minDocuments", text.leastDocumentCount),
    ] where !(1...Int(Int32.max) ~= value) {
      throw .invalidValue(
        option: names[key], expected: "a whole number from 1 to \(Int32.max)", found: "\(value)")
    }
  }

  /// The options that have been changed, by their keys.
  var changedKeys: [String] { changedMembers.map(\.key) }

  /// The members of a configuration that are not at their defaults.
  package var changedMembers: [(key: String, value: JSONValue)] {
    zip(members, InputConfiguration().members).filter { $0.value != $1.value }.map(\.0)
  }
}

extension TaskChoice {
  /// What a configuration calls it.
  package var name: String {
    switch self {
    case .automatic: "auto"
    case .classification: "classification"
    case .multiLabel: "multi-label"
    case .ordinal: "ordinal"
    case .regression: "regression"
    }
  }
}
