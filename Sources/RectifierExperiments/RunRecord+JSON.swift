// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

extension RunRecord {
  /// The document; `configuration` can be used for another run as it is.
  package var json: JSONValue {
    var data = JSONObject()
    for source in sources { data[source.role.rawValue] = source.json }
    var versionTexts = JSONObject()
    for entry in versions { versionTexts[entry.name] = .string(entry.version) }
    return [
      "status": .string(status.rawValue),
      "failure": .optional(failure) { .string($0) },
      "configuration": configuration.json,
      "data": .object(data),
      "versions": .object(versionTexts),
      "threads": JSONValue(threadCount),
      "instructionSet": .string(instructionSet.rawValue),
      "startedAt": .string(startedAt),
      "updatedAt": .string(updatedAt),
      "results": .optional(results) { .object($0.json) },
    ]
  }

  /// The members of the document.
  static let keys = [
    "status", "failure", "configuration", "data", "versions", "threads", "instructionSet",
    "startedAt", "updatedAt", "results",
  ]

  /// Reads a run.json.
  ///
  /// - Throws: `RunRecordError` where a member is not what this program writes, `JSONError` where
  ///   the text is not JSON, and the `FileError` of reading it.
  package init(contentsOf path: String) throws {
    let file = try MappedFile(path: path, doing: "reading the record of a run")
    let document = try JSONValue.parse(file.bytes, path: path)
    do {
      try self.init(json: document, path: path)
    } catch {
      throw RunRecordError(path: path, reason: "\(error)")
    }
  }

  private init(json: JSONValue, path: String) throws {
    let fields = try JSONFields(json, place: "run.json")
    configuration = try TrainConfiguration(
      json: json["configuration"] ?? .null, place: "configuration")
    sources = try Self.sources(try fields.fields("data"))
    status = try fields.required("status", "running, stopped, failed or finished") {
      $0.stringValue.flatMap(Status.init)
    }
    failure = try fields.optional("failure", "a text", \.stringValue)
    let versionFields = try fields.fields("versions")
    versions = versionFields.object.keys.map {
      VersionRecord(name: $0, version: versionFields.object[$0]?.stringValue ?? "")
    }
    threadCount = try fields.required("threads", "a whole number", \.intValue)
    instructionSet = try fields.required("instructionSet", "the name of an instruction set") {
      $0.stringValue.flatMap(InstructionSet.init)
    }
    startedAt = try fields.required("startedAt", "a time", \.stringValue)
    updatedAt = try fields.required("updatedAt", "a time", \.stringValue)
    results = try fields.optional("results", "an object") { $0.objectValue }
      .map { try TrainingResults(json: .object($0), place: "results") }
  }

  private static func sources(_ fields: JSONFields) throws(ConfigurationError) -> [SourceRecord] {
    try fields.requireKeys(among: SourceRecord.Role.allCases.map(\.rawValue))
    var sources: [SourceRecord] = []
    for role in SourceRecord.Role.allCases where fields.object[role.rawValue] != nil {
      sources.append(try SourceRecord(role: role, fields: try fields.fields(role.rawValue)))
    }
    return sources
  }
}

extension SourceRecord {
  var json: JSONValue {
    [
      "argument": .string(argument),
      "path": .string(path),
      "part": .optional(content) { .string($0.part) },
      "sampleCount": .optional(content) { JSONValue($0.sampleCount) },
      "checksum": .optional(content) { .string($0.checksum) },
    ]
  }

  init(role: Role, fields: JSONFields) throws(ConfigurationError) {
    self.role = role
    argument = try fields.required("argument", "a text", \.stringValue)
    path = try fields.required("path", "a text", \.stringValue)
    if let checksum = try fields.optional("checksum", "a text", \.stringValue) {
      content = Content(
        part: try fields.required("part", "a text", \.stringValue),
        sampleCount: try fields.required("sampleCount", "a whole number", \.intValue),
        checksum: checksum)
    }
  }
}

/// A run.json is not one that this program wrote.
package struct RunRecordError: Error, Equatable, Sendable, CustomStringConvertible {
  package let path: String
  package let reason: String

  package var description: String {
    "reading the record of a run: \(PathName.quoted(path)): \(reason); start again with another"
      + " --out"
  }
}
