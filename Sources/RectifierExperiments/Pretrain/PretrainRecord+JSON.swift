// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

extension PretrainRecord {
  /// What tells the record from that of `train`.
  private static let kind = "pretrain"

  /// The document.
  package var json: JSONValue {
    var data = JSONObject()
    for source in sources { data[source.role.rawValue] = source.json }
    return [
      "kind": .string(Self.kind),
      "status": .string(status.rawValue),
      "failure": .optional(failure) { .string($0) },
      "configuration": configuration.json,
      "data": .object(data),
      "versions": ["rectifier": .string(version)],
      "threads": JSONValue(threadCount),
      "instructionSet": .string(instructionSet.rawValue),
      "startedAt": .string(startedAt),
      "updatedAt": .string(updatedAt),
      "layers": .array(layers.map(\.json)),
    ]
  }

  /// Reads a run.json.
  ///
  /// - Throws: `RunRecordError` where it is not one that `pretrain` writes, `JSONError` where the
  ///   text is not JSON, and the `FileError` of reading it.
  package init(contentsOf path: String) throws {
    let file = try MappedFile(path: path, doing: "reading the record of a run")
    let document = try JSONValue.parse(file.bytes, path: path)
    do {
      try self.init(json: document)
    } catch {
      throw RunRecordError(path: path, reason: "\(error)")
    }
  }

  private init(json: JSONValue) throws {
    let fields = try JSONFields(json, place: "run.json")
    _ = try fields.required("kind", Self.kind) { $0.stringValue == Self.kind ? true : nil }
    configuration = try PretrainConfiguration(
      json: json["configuration"] ?? .null, place: "configuration")
    let data = try fields.fields("data")
    try data.requireKeys(among: SourceRecord.Role.allCases.map(\.rawValue))
    sources = []
    for role in SourceRecord.Role.allCases where data.object[role.rawValue] != nil {
      sources.append(try SourceRecord(role: role, fields: try data.fields(role.rawValue)))
    }
    status = try fields.required("status", "running, stopped, failed or finished") {
      $0.stringValue.flatMap(RunRecord.Status.init)
    }
    failure = try fields.optional("failure", "a text", \.stringValue)
    version = try fields.fields("versions").required("rectifier", "a text", \.stringValue)
    threadCount = try fields.required("threads", "a whole number", \.intValue)
    instructionSet = try fields.required("instructionSet", "the name of an instruction set") {
      $0.stringValue.flatMap(InstructionSet.init)
    }
    startedAt = try fields.required("startedAt", "a time", \.stringValue)
    updatedAt = try fields.required("updatedAt", "a time", \.stringValue)
    let results = try fields.required("layers", "an array", \.arrayValue)
    for (layer, result) in results.enumerated() {
      layers.append(try PretrainedLayerResult(json: result, place: "run.json.layers[\(layer)]"))
    }
  }
}
