// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

extension TrialRecord {
  /// The document, its keys sorted; what depends on the clock or the machine is under `timing` and
  /// `host`.
  package var json: JSONValue {
    var configuration = trial.configuration
    configuration.dataDirectory = nil
    var results = results?.json
    let times = Self.timeKeys.map { ($0, results?[$0] ?? .null) }
    for key in Self.timeKeys { results?[key] = nil }
    var timing: JSONObject = [
      "startedAt": .string(startedAt), "finishedAt": .string(finishedAt),
    ]
    for (key, value) in times { timing[key] = value }
    var document: JSONObject = [
      "recipe": .string(trial.recipeHash),
      "configuration": configuration.json,
      "data": Self.json(data),
      "divergence": .optional(divergence) { .string($0) },
      "results": .optional(results) { .object($0) },
      "validationErrorRates": .array(
        validationErrorRates.map { .optional($0) { JSONValue($0) } }),
      "timing": .object(timing),
      "host": host.json,
    ]
    if !validationScores.isEmpty {
      document["validationScores"] = .array(validationScores.map { JSONValue($0) })
    }
    if let observation = trial.observation {
      document["observation"] = .string(observation.rawValue)
      document["observed"] = .optional(observed) { .object($0) }
    }
    if let options = trial.pretraining {
      document["pretraining"] = [
        "configuration": Self.withoutFolder(options).json,
        "data": .optional(pretraining) { Self.json($0.data) },
        "layers": .optional(pretraining) { .array($0.layers.map(\.json)) },
      ]
      timing["pretrainingSecondsPerEpoch"] = .optional(pretraining) {
        TrainingResults.json($0.secondsPerEpoch)
      }
      document["timing"] = .object(timing)
    }
    return JSONValue.object(document).sorted
  }

  private static func json(_ data: [SourceRecord.Role: SourceRecord.Content]) -> JSONValue {
    var contents = JSONObject()
    for (role, content) in data { contents[role.rawValue] = content.json }
    return .object(contents)
  }

  /// What ``json(_:)`` made.
  fileprivate static func data(
    _ contents: JSONFields
  ) throws(ConfigurationError) -> [SourceRecord.Role: SourceRecord.Content] {
    try contents.requireKeys(among: SourceRecord.Role.allCases.map(\.rawValue))
    var data: [SourceRecord.Role: SourceRecord.Content] = [:]
    for role in SourceRecord.Role.allCases where contents.object[role.rawValue] != nil {
      data[role] = try SourceRecord.Content(try contents.fields(role.rawValue))
    }
    return data
  }

  private static func withoutFolder(_ options: PretrainConfiguration) -> PretrainConfiguration {
    var options = options
    options.training.dataDirectory = nil
    return options
  }

  /// The members of the results that a clock measured.
  private static let timeKeys = ["secondsPerEpoch", "evaluationSecondsPerEpoch"]

  package func write(to path: String) throws {
    try AtomicFile.write(try json.text(.indented) + "\n", to: path)
  }

  /// Reads the record of a trial.
  ///
  /// - Throws: `TrialRecordError` where a member is not what this program writes, and where the
  ///   record is that of another trial; `JSONError` and `FileError`.
  package init(contentsOf path: String, of trial: Trial) throws {
    let file = try MappedFile(path: path, doing: "reading the record of a trial")
    let document = try JSONValue.parse(file.bytes, path: path)
    let found: Trial
    do {
      try self.init(json: document, of: trial)
      found = try Trial(
        TrainConfiguration(json: document["configuration"] ?? .null, place: "configuration"),
        pretraining: try document["pretraining"]?["configuration"].map {
          try PretrainConfiguration(json: $0, place: "pretraining.configuration")
        }, observation: document["observation"]?.stringValue.flatMap(TrialObservation.init))
    } catch {
      throw TrialRecordError(path: path, reason: "\(error)")
    }
    guard found.recipe == trial.recipe else {
      throw TrialRecordError(
        path: path, reason: "expected recipe \(trial.recipeHash), found \(found.recipeHash)")
    }
  }

  private init(json: JSONValue, of trial: Trial) throws(ConfigurationError) {
    let fields = try JSONFields(json, place: "record")
    try fields.requireKeys(among: Self.keys)
    self.trial = trial
    data = try Self.data(try fields.fields("data"))
    divergence = try fields.optional("divergence", "a text", \.stringValue)
    validationErrorRates = try fields.required(
      "validationErrorRates", "an array of fractions or null"
    ) { $0.array { $0 == .null ? .some(nil) : $0.doubleValue.map { .some($0) } } }
    validationScores =
      try fields.optional("validationScores", "an array of numbers") {
        $0.array(of: \.doubleValue)
      } ?? []
    let timing = try fields.fields("timing")
    startedAt = try timing.required("startedAt", "a time", \.stringValue)
    finishedAt = try timing.required("finishedAt", "a time", \.stringValue)
    host = try Host(try fields.fields("host"))
    pretraining = try fields.object["pretraining"].flatMap {
      pretraining throws(ConfigurationError) in
      try Pretraining(JSONFields(pretraining, place: "record.pretraining"), timing: timing)
    }
    observed = try fields.optional("observed", "an object", \.objectValue)
    if divergence == nil {
      var results = try fields.fields("results").object
      for key in Self.timeKeys { results[key] = timing.object[key] }
      self.results = try TrainingResults(json: .object(results), place: "record.results")
    }
  }

  private static let keys = [
    "recipe", "configuration", "pretraining", "data", "divergence", "results",
    "validationErrorRates", "validationScores", "observation", "observed", "timing", "host",
  ]
}

extension TrialRecord.Pretraining {
  /// Nil where there are no layers, since an autoencoder diverged.
  fileprivate init?(_ fields: JSONFields, timing: JSONFields) throws(ConfigurationError) {
    guard let values = try fields.optional("layers", "an array of layers", \.arrayValue) else {
      return nil
    }
    var layers: [PretrainedLayerResult] = []
    for value in values {
      layers.append(try PretrainedLayerResult(json: value, place: "record.pretraining.layers"))
    }
    self.layers = layers
    data = try TrialRecord.data(try fields.fields("data"))
    secondsPerEpoch = try timing.required(
      "pretrainingSecondsPerEpoch", "an array of numbers", TrainingResults.times)
  }
}

extension SourceRecord.Content {
  fileprivate var json: JSONValue {
    [
      "part": .string(part), "sampleCount": JSONValue(sampleCount),
      "checksum": .string(checksum),
    ]
  }

  fileprivate init(_ fields: JSONFields) throws(ConfigurationError) {
    self.init(
      part: try fields.required("part", "a text", \.stringValue),
      sampleCount: try fields.required("sampleCount", "a whole number", \.intValue),
      checksum: try fields.required("checksum", "a text", \.stringValue))
  }
}

extension TrialRecord.Host {
  fileprivate var json: JSONValue {
    [
      "instructionSet": .string(instructionSet.rawValue),
      "processors": JSONValue(processorCount),
      "rectifier": .string(version),
    ]
  }

  fileprivate init(_ fields: JSONFields) throws(ConfigurationError) {
    instructionSet = try fields.required("instructionSet", "the name of an instruction set") {
      $0.stringValue.flatMap(InstructionSet.init)
    }
    processorCount = try fields.required("processors", "a whole number", \.intValue)
    version = try fields.required("rectifier", "a version", \.stringValue)
  }
}
