// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles

extension InputConfiguration {
  /// The keys of its members in a configuration.
  static let keys = [
    "format", "target", "task", "text", "categorical", "numeric", "ignore", "missing", "header",
    "replaceInvalid", "standardize", "lowercase", "ngrams", "weighting", "vocabulary",
    "minDocuments", "indexBase", "binary", "fitOn", "stream", "classWeights",
  ]

  /// Those that have a meaning where nothing is learned.
  static let keysWithoutTarget = keys.filter { !["target", "task", "classWeights"].contains($0) }

  /// The same without what changes nothing in the data.
  static let keysOfData = keys.filter { !["stream", "classWeights"].contains($0) }

  /// Those that say what features a file's rows have before anything is fitted to them.
  static let keysOfReading = [
    "format", "text", "categorical", "numeric", "ignore", "missing", "header", "replaceInvalid",
    "indexBase",
  ]

  /// The members, in the order of ``keys``.
  var members: [(key: String, value: JSONValue)] {
    [
      ("format", .optional(format) { .string($0.rawValue) }),
      ("target", .optional(target) { .string($0) }),
      ("task", .string(task.name)),
      ("text", JSONValue(table.texts)),
      ("categorical", JSONValue(table.categorical)),
      ("numeric", JSONValue(table.numeric)),
      ("ignore", JSONValue(table.ignored)),
      ("missing", JSONValue(table.missing)),
      ("header", .bool(table.hasHeader)),
      ("replaceInvalid", .bool(table.replacesInvalidUTF8)),
      ("standardize", .bool(standardizes)),
      ("lowercase", .bool(text.lowercases)),
      ("ngrams", JSONValue(text.longestNGram)),
      ("weighting", .string(text.weighting.rawValue)),
      ("vocabulary", JSONValue(text.vocabularySize)),
      ("minDocuments", JSONValue(text.leastDocumentCount)),
      ("indexBase", .string(indexBase.rawValue)),
      ("binary", .bool(isBinary)),
      ("fitOn", .string(fittedRows.rawValue)),
      ("stream", .optional(streams) { .bool($0) }),
      ("classWeights", .string(classWeights.text)),
    ]
  }

  /// Reads the members that are there.
  mutating func read(_ fields: JSONFields) throws(ConfigurationError) {
    format = try fields.parsed("format", Self.format(named:option:)) ?? format
    target = try fields.optional("target", "a text", \.stringValue) ?? target
    task = try fields.parsed("task", Self.task(named:option:)) ?? task
    let names = "an array of names"
    func list(_ key: String) throws(ConfigurationError) -> [String]? {
      try fields.optional(key, names) { $0.array(of: \.stringValue) }
    }
    table.texts = try list("text") ?? table.texts
    table.categorical = try list("categorical") ?? table.categorical
    table.numeric = try list("numeric") ?? table.numeric
    table.ignored = try list("ignore") ?? table.ignored
    table.missing = try list("missing") ?? table.missing
    func flag(_ key: String) throws(ConfigurationError) -> Bool? {
      try fields.optional(key, "true or false", \.boolValue)
    }
    table.hasHeader = try flag("header") ?? table.hasHeader
    table.replacesInvalidUTF8 = try flag("replaceInvalid") ?? table.replacesInvalidUTF8
    standardizes = try flag("standardize") ?? standardizes
    text.lowercases = try flag("lowercase") ?? text.lowercases
    func count(_ key: String) throws(ConfigurationError) -> Int? {
      try fields.optional(key, "a whole number", \.intValue)
    }
    text.longestNGram = try count("ngrams") ?? text.longestNGram
    text.weighting = try fields.parsed("weighting", Self.weighting(named:option:)) ?? text.weighting
    text.vocabularySize = try count("vocabulary") ?? text.vocabularySize
    text.leastDocumentCount = try count("minDocuments") ?? text.leastDocumentCount
    indexBase = try fields.parsed("indexBase", Self.indexBase(named:option:)) ?? indexBase
    isBinary = try flag("binary") ?? isBinary
    fittedRows = try fields.parsed("fitOn", Self.fittedRows(named:option:)) ?? fittedRows
    streams = try flag("stream") ?? streams
    classWeights =
      try fields.parsed("classWeights") { (text, option) throws(ConfigurationError) in
        try ClassWeightChoice(parsing: text, option: option)
      } ?? classWeights
  }
}
