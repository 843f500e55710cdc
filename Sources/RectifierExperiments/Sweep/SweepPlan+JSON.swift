// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

extension SweepPlan {
  private static let keys = ["base", "grid", "random", "list"]

  /// The plan as a file holds it.
  package var json: JSONValue {
    var members: JSONObject = ["base": .object(base)]
    let own = variation.json.objectValue ?? JSONObject()
    for key in own.keys { members[key] = own[key] }
    return .object(members)
  }

  /// Reads a plan file.
  ///
  /// - Throws: `FileError`, `JSONError`, and `ConfigurationError` with the file and the key.
  package init(contentsOf path: String) throws {
    let file = try MappedFile(path: path, doing: "reading a sweep's plan")
    let document = try JSONValue.parse(file.bytes, path: path)
    try self.init(JSONFields(document, place: PathName.quoted(path)))
  }

  init(_ fields: JSONFields) throws(ConfigurationError) {
    try fields.requireKeys(among: Self.keys)
    base = try fields.optional("base", "an object", \.objectValue) ?? JSONObject()
    let given = Self.keys.dropFirst().filter { fields.object[$0] != nil }
    guard given.count == 1 else {
      throw .invalidValue(
        option: fields.place, expected: "one of grid, random and list",
        found: given.isEmpty ? "none" : given.joined(separator: " and "))
    }
    switch given[0] {
    case "grid": variation = try .grid(Self.axes(try fields.fields("grid")))
    case "random": variation = try Self.random(try fields.fields("random"))
    default:
      variation = .list(
        try fields.required("list", "an array of objects") { $0.array(of: \.objectValue) })
    }
  }

  private static func axes(
    _ fields: JSONFields
  ) throws(ConfigurationError) -> [(key: String, values: [JSONValue])] {
    try fields.requireKeys(among: TrainConfiguration.keys)
    var axes: [(key: String, values: [JSONValue])] = []
    for key in fields.object.keys {
      axes.append((key, try fields.required(key, "an array of values", \.arrayValue)))
    }
    return axes
  }

  private static func random(_ fields: JSONFields) throws(ConfigurationError) -> Variation {
    try fields.requireKeys(among: ["trials", "seed", "draw"])
    let count = try fields.required("trials", "a whole number", \.intValue)
    let seed =
      try fields.optional("seed", "a whole number from 0 on") {
        $0.intValue.flatMap(UInt64.init(exactly:))
      } ?? 1
    let draw = try fields.fields("draw")
    try draw.requireKeys(among: TrainConfiguration.keys)
    var ranges: [(key: String, range: RandomRange)] = []
    for key in draw.object.keys {
      let range = try draw.required(key, RandomRange.expectation, RandomRange.init(json:))
      ranges.append((key, range))
    }
    return .random(count: count, seed: seed, ranges: ranges)
  }
}

extension SweepPlan.Variation {
  /// The one member that a plan has beside its base.
  var json: JSONValue {
    var members = JSONObject()
    switch self {
    case .list(let all): return ["list": .array(all.map { .object($0) })]
    case .grid(let axes):
      for axis in axes { members[axis.key] = .array(axis.values) }
      return ["grid": .object(members)]
    case .random(let count, let seed, let ranges):
      for (key, range) in ranges { members[key] = range.json }
      return [
        "random": [
          "trials": JSONValue(count), "seed": .integer(Int64(clamping: seed)),
          "draw": .object(members),
        ]
      ]
    }
  }
}
