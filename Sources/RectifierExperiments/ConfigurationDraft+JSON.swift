// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNetworks
import RectifierTraining

extension ConfigurationDraft {
  /// Reads a file of options: the `configuration` object of a run.json, or a whole run.json.
  ///
  /// - Throws: `FileError`, `JSONError`, and `ConfigurationError` with the file and the key.
  package init(contentsOf path: String) throws {
    let file = try MappedFile(path: path, doing: "reading a configuration")
    let document = try JSONValue.parse(file.bytes, path: path)
    let place = "\(PathName.quoted(path)): configuration"
    guard let configuration = document["configuration"] else {
      try self.init(JSONFields(document, place: place))
      return
    }
    // Options beside the object rather than in it would have no effect.
    try JSONFields(document, place: PathName.quoted(path)).requireKeys(among: RunRecord.keys)
    try self.init(JSONFields(configuration, place: place))
  }

  mutating func read(_ fields: JSONFields) throws(ConfigurationError) {
    try fields.requireKeys(among: TrainConfiguration.keys)
    try readSources(fields)
    try options.input.read(fields)
    try readNetwork(fields)
    try readObjective(fields)
    try readSteps(fields)
  }

  private mutating func readSources(_ fields: JSONFields) throws(ConfigurationError) {
    options.data = try fields.optional("data", "a text", \.stringValue) ?? options.data
    options.dataDirectory = try fields.optional("dataDir", "a text", \.stringValue)
    options.test = try fields.optional("test", "a text", \.stringValue)
    options.validation = try fields.optional(
      "validation", "a count from 2 on, a fraction between 0 and 1, or a source", Self.validation)
    options.validationDraw =
      try fields.parsed("validationDraw", TrainConfiguration.validationDraw(named:option:))
      ?? options.validationDraw
    options.fold = try fields.parsed("fold", TrainConfiguration.fold(parsing:option:))
    options.trainSampleCount = try fields.optional(
      "trainSamples", "a whole number", \.intValue)
    options.resize = try fields.parsed("resize", TrainConfiguration.pictureSize(parsing:option:))
    options.inverts =
      try fields.optional("invert", "true or false", \.boolValue) ?? options.inverts
    options.threadCount = try fields.optional("threads", "a whole number", \.intValue)
  }

  private mutating func readNetwork(_ fields: JSONFields) throws(ConfigurationError) {
    options.hiddenWidths =
      try fields.optional("hidden", "an array of whole numbers") { $0.array(of: \.intValue) }
      ?? options.hiddenWidths
    let names = try fields.optional("activation", "an array of names") {
      $0.array(of: \.stringValue)
    }
    if let names {
      options.activations = try TrainConfiguration.activations(
        named: names, option: fields.name(of: "activation"))
    }
    options.hasSignMask =
      try fields.optional("signMask", "true or false", \.boolValue) ?? options.hasSignMask
    options.initializer =
      try fields.parsed("initializer", TrainConfiguration.initializer(named:option:))
      ?? options.initializer
    options.pretrained = try fields.optional("initFrom", "a text", \.stringValue)
  }

  private mutating func readObjective(_ fields: JSONFields) throws(ConfigurationError) {
    options.activationL1 =
      try fields.optional("activationL1", "an array of numbers") { $0.array(of: \.floatValue) }
      ?? options.activationL1
    options.targetZeros = try fields.optional("targetZeros", "a number", \.floatValue)
    options.weightL2 =
      try fields.optional("weightL2", "a number", \.floatValue) ?? options.weightL2
    options.inputDropout =
      try fields.optional("inputDropout", "a number", \.floatValue) ?? options.inputDropout
    options.dropout =
      try fields.optional("dropout", "an array of numbers") { $0.array(of: \.floatValue) }
      ?? options.dropout
  }

  private mutating func readSteps(_ fields: JSONFields) throws(ConfigurationError) {
    steps = OptimizerChoice(
      kind: try fields.parsed("optimizer", TrainConfiguration.optimizer(named:option:)),
      momentum: try fields.optional("momentum", "a number", \.floatValue),
      isNesterov: try fields.optional("nesterov", "true or false", \.boolValue),
      learningRate: try fields.optional("learningRate", "a number", \.floatValue))
    options.schedule =
      try fields.parsed("schedule", TrainConfiguration.schedule(parsing:option:))
      ?? options.schedule
    let count = "a whole number"
    options.batchSize = try fields.optional("batchSize", count, \.intValue) ?? options.batchSize
    options.epochCount = try fields.optional("epochs", count, \.intValue) ?? options.epochCount
    options.epochSampleCount = try fields.optional("epochSamples", count, \.intValue)
    options.patience = try fields.optional("patience", count, \.intValue) ?? options.patience
    options.epochTies = try fields.parsed(
      "epochTies", TrainConfiguration.epochTies(named:option:))
    options.seed =
      try fields.optional("seed", "a whole number from 0 on") {
        $0.intValue.flatMap(UInt64.init(exactly:))
      } ?? options.seed
  }

  private static func validation(_ value: JSONValue) -> ValidationChoice? {
    switch value {
    case .integer(let count) where count >= 2: .count(Int(count))
    case .number(let fraction) where fraction > 0 && fraction < 1: .fraction(fraction)
    case .string(let source): .source(source)
    default: nil
    }
  }
}
