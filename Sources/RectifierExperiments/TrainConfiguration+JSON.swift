// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNetworks
import RectifierTraining

extension TrainConfiguration {
  /// The keys of the object, each the flag's name without its hyphens.
  package static let keys = [
    "data", "dataDir", "test", "validation", "validationDraw", "resize", "hidden", "activation",
    "signMask", "initializer", "activationL1", "weightL2", "optimizer", "momentum", "nesterov",
    "learningRate", "schedule", "batchSize", "epochs", "patience", "seed", "threads",
  ]

  /// All options, defaults included; `null` where an option is left to the data or the machine.
  package var json: JSONValue {
    [
      "data": .string(data),
      "dataDir": .optional(dataDirectory) { .string($0) },
      "test": .optional(test) { .string($0) },
      "validation": .optional(validation, Self.json),
      "validationDraw": .string(validationDraw.rawValue),
      "resize": .optional(resize) { .string($0.text) },
      "hidden": JSONValue(hiddenWidths),
      "activation": JSONValue(activations.map(\.name)),
      "signMask": .bool(hasSignMask),
      "initializer": .string(initializer.name),
      "activationL1": JSONValue(activationL1),
      "weightL2": JSONValue(weightL2),
      "optimizer": .string(optimizer.name),
      "momentum": .optional(momentum) { JSONValue($0) },
      "nesterov": .bool(isNesterov),
      "learningRate": JSONValue(learningRate),
      "schedule": .string(schedule.name),
      "batchSize": JSONValue(batchSize),
      "epochs": JSONValue(epochCount),
      "patience": JSONValue(patience),
      "seed": .integer(Int64(clamping: seed)),
      "threads": .optional(threadCount) { JSONValue($0) },
    ]
  }

  /// Reads the object; a key that is missing has its default, an unknown one is an error.
  ///
  /// - Parameter place: The file and the member that the object is, for messages.
  package init(json: JSONValue, place: String) throws {
    try self.init(partOf: json, place: place)
    data = try JSONFields(json, place: place).required("data", "a text", \.stringValue)
    try check()
  }

  /// Reads the object as it is: `data` may be missing, and values are not checked together.
  init(partOf json: JSONValue, place: String) throws {
    let fields = try JSONFields(json, place: place)
    try fields.requireKeys(among: Self.keys)
    self.init(data: try fields.optional("data", "a text", \.stringValue) ?? "")
    try readSources(fields)
    try readNetwork(fields)
    try readTraining(fields)
  }

  private mutating func readSources(_ fields: JSONFields) throws(ConfigurationError) {
    dataDirectory = try fields.optional("dataDir", "a text", \.stringValue)
    test = try fields.optional("test", "a text", \.stringValue)
    validation = try fields.optional(
      "validation", "a count from 2 on, a fraction between 0 and 1, or a source", Self.validation)
    validationDraw =
      try fields.optional("validationDraw", "\"last\" or \"random\"") {
        $0.stringValue.flatMap(ValidationDraw.init)
      } ?? validationDraw
    resize =
      try fields.optional("resize", "a text", \.stringValue).map(Self.pictureSize(parsing:))
    threadCount = try fields.optional("threads", "a whole number", \.intValue)
  }

  private mutating func readNetwork(_ fields: JSONFields) throws {
    hiddenWidths =
      try fields.optional("hidden", "an array of whole numbers") { $0.array(of: \.intValue) }
      ?? hiddenWidths
    let names = try fields.optional("activation", "an array of names") {
      $0.array(of: \.stringValue)
    }
    activations = try names?.map { try Activation(parsing: $0) } ?? activations
    hasSignMask = try fields.optional("signMask", "true or false", \.boolValue) ?? hasSignMask
    initializer =
      try fields.optional("initializer", "a name", \.stringValue)
      .map(Self.initializer(named:)) ?? initializer
  }

  private mutating func readTraining(_ fields: JSONFields) throws {
    activationL1 =
      try fields.optional("activationL1", "an array of numbers") { $0.array(of: \.floatValue) }
      ?? activationL1
    weightL2 = try fields.optional("weightL2", "a number", \.floatValue) ?? weightL2
    try readOptimizer(fields)
    batchSize = try fields.optional("batchSize", "a whole number", \.intValue) ?? batchSize
    epochCount = try fields.optional("epochs", "a whole number", \.intValue) ?? epochCount
    patience = try fields.optional("patience", "a whole number", \.intValue) ?? patience
    seed =
      try fields.optional("seed", "a whole number from 0 on") {
        $0.intValue.flatMap(UInt64.init(exactly:))
      } ?? seed
  }

  private mutating func readOptimizer(_ fields: JSONFields) throws(ConfigurationError) {
    let isNesterov = try fields.optional("nesterov", "true or false", \.boolValue)
    try setOptimizer(
      named: try fields.optional("optimizer", "a name", \.stringValue),
      momentum: try fields.optional("momentum", "a number", \.floatValue),
      isNesterov: isNesterov == true ? true : nil, place: fields.place)
    if let rate = try fields.optional("learningRate", "a number", \.floatValue) {
      learningRate = rate
    }
    schedule =
      try fields.optional("schedule", "a name", \.stringValue)
      .map(Self.schedule(parsing:)) ?? schedule
  }

  private static func json(_ choice: ValidationChoice) -> JSONValue {
    switch choice {
    case .count(let count): JSONValue(count)
    case .fraction(let fraction): JSONValue(fraction)
    case .source(let source): .string(source)
    }
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
