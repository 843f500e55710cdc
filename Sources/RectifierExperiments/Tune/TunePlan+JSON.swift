// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

extension TunePlan {
  /// The plan as a file holds it.
  package var json: JSONValue {
    [
      "metric": .optional(metric) { .string($0.name) },
      "search": search.json,
    ]
  }

  /// Reads a plan file.
  ///
  /// - Throws: `FileError`, `JSONError`, and `ConfigurationError` with the file and the key.
  package init(contentsOf path: String) throws {
    let file = try MappedFile(path: path, doing: "reading the plan of a search")
    let fields = try JSONFields(
      try JSONValue.parse(file.bytes, path: path), place: PathName.quoted(path))
    try fields.requireKeys(among: ["metric", "search"])
    let metric = try fields.parsed("metric", TrialMetric.named)
    try self.init(
      SweepPlan(try fields.fields("search")), metric: metric, place: fields.name(of: "search"))
  }
}
