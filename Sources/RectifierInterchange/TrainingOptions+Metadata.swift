// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierNumerics
import RectifierTraining

extension TrainingOptions {
  /// As they stand in the metadata of a model; what is not asked for (a target of zeros, corruption,
  /// dropout, tied weights, epochs that are no passes, equal epochs by their loss, a task that the head does not tell, weights of
  /// classes) goes without saying.
  var metadata: JSONValue {
    var object: JSONObject = [
      "activationL1": JSONValue(activationL1),
      "weightL2": JSONValue(weightL2),
      "optimizer": optimizer.metadata,
      "learningRate": JSONValue(learningRate),
      "schedule": .string(schedule.name),
      "batchSize": JSONValue(batchSize),
      "epochCount": JSONValue(epochCount),
      "patience": JSONValue(patience),
      // As text, for it may take all of 64 bits.
      "seed": .string(String(seed.value)),
    ]
    if let epochSampleCount { object["epochSampleCount"] = JSONValue(epochSampleCount) }
    if epochTies != .first { object["epochTies"] = .string(epochTies.rawValue) }
    if let targetZeros { object["targetZeros"] = JSONValue(targetZeros) }
    if corruption != .none { object["corruption"] = .string(corruption.name) }
    if dropout != .none { object["dropout"] = dropout.metadata }
    if tiesWeights { object["tiesWeights"] = .bool(true) }
    if let task { object["task"] = task.metadata }
    if !classWeights.isEmpty { object["classWeights"] = JSONValue(classWeights) }
    return .object(object)
  }

  /// Reads them; files of earlier versions have less.
  init(_ field: MetadataField, architecture: Architecture) throws(SafetensorsError) {
    let seedField = try field.member("seed")
    guard let seed = UInt64(try seedField.string()) else { throw seedField.damaged("a seed") }
    self.init(
      activationL1: try field.member("activationL1").perHiddenLayer(of: architecture) {
        (field, _) throws(SafetensorsError) in
        try field.float(in: 0...Float.greatestFiniteMagnitude)
      },
      targetZeros: try field.memberIfPresent("targetZeros")?.float(
        in: Float.leastNormalMagnitude...Float(1).nextDown),
      weightL2: try field.memberIfPresent("weightL2")?.float(
        in: 0...Float.greatestFiniteMagnitude) ?? 0,
      optimizer: try Optimizer(field.member("optimizer")),
      learningRate: try field.member("learningRate").float(
        in: Float.leastNonzeroMagnitude...Float.greatestFiniteMagnitude),
      schedule: try field.memberIfPresent("schedule").map(LearningRateSchedule.init) ?? .constant,
      batchSize: try field.member("batchSize").integer(atLeast: 1),
      epochCount: try field.member("epochCount").integer(atLeast: 1),
      epochSampleCount: try field.memberIfPresent("epochSampleCount")?.integer(atLeast: 1),
      patience: try field.member("patience").integer(),
      epochTies: try field.memberIfPresent("epochTies").map(EpochTies.init) ?? .first,
      seed: Seed(seed),
      corruption: try field.memberIfPresent("corruption").map(Corruption.init) ?? .none,
      dropout: try field.memberIfPresent("dropout").map { (field) throws(SafetensorsError) in
        try Dropout(field, architecture: architecture)
      } ?? .none,
      tiesWeights: try field.memberIfPresent("tiesWeights")?.boolean() ?? false,
      task: try field.memberIfPresent("task").map { (field) throws(SafetensorsError) in
        try LearningTask(field, head: architecture.head)
      },
      classWeights: try Self.classWeights(field, head: architecture.head))
  }

  private static func classWeights(
    _ field: MetadataField, head: OutputHead
  ) throws(SafetensorsError) -> [Float] {
    guard let field = try field.memberIfPresent("classWeights") else { return [] }
    let weights = try field.elements { (field) throws(SafetensorsError) in try field.float() }
    if let flaw = classWeightFlaw(weights, head: head) { throw field.damaged(flaw.expected) }
    return weights
  }
}

extension Corruption {
  fileprivate init(_ field: MetadataField) throws(SafetensorsError) {
    let name = try field.string()
    do throws(CorruptionError) {
      try self.init(parsing: name)
    } catch {
      throw field.damaged("the name of a corruption")
    }
  }
}

extension Dropout {
  fileprivate var metadata: JSONValue {
    ["input": JSONValue(input), "hidden": JSONValue(hidden)]
  }

  fileprivate init(
    _ field: MetadataField, architecture: Architecture
  ) throws(SafetensorsError) {
    let rates = 0...Float(1).nextDown
    let hiddenField = try field.member("hidden")
    let hidden = try hiddenField.elements { (field) throws(SafetensorsError) in
      try field.float(in: rates)
    }
    guard hidden.isEmpty || hidden.count == architecture.hiddenWidths.count else {
      throw hiddenField.damaged("no rate, or one for each hidden layer")
    }
    self.init(input: try field.member("input").float(in: rates), hidden: hidden)
  }
}

extension EpochTies {
  fileprivate init(_ field: MetadataField) throws(SafetensorsError) {
    guard let ties = EpochTies(rawValue: try field.string()) else {
      throw field.damaged("\"first\" or \"loss\"")
    }
    self = ties
  }
}

extension LearningRateSchedule {
  fileprivate init(_ field: MetadataField) throws(SafetensorsError) {
    guard let schedule = LearningRateSchedule(name: try field.string()) else {
      throw field.damaged("the name of a schedule")
    }
    self = schedule
  }
}

extension Optimizer {
  /// A name where there is nothing more to say, else an object.
  fileprivate var metadata: JSONValue {
    switch self {
    case .sgd: .string(name)
    case .momentum(let coefficient, let isNesterov):
      [
        "name": .string(name), "coefficient": JSONValue(coefficient),
        "isNesterov": .bool(isNesterov),
      ]
    case .adam(let firstDecay, let secondDecay, let epsilon):
      [
        "name": .string(name), "firstDecay": JSONValue(firstDecay),
        "secondDecay": JSONValue(secondDecay), "epsilon": JSONValue(epsilon),
      ]
    }
  }

  fileprivate init(_ field: MetadataField) throws(SafetensorsError) {
    if field.value == .string("sgd") {
      self = .sgd
      return
    }
    guard field.value.objectValue != nil else { throw field.damaged("an optimizer") }
    let nameField = try field.member("name")
    switch try nameField.string() {
    case "momentum":
      self = .momentum(
        coefficient: try field.member("coefficient").float(),
        isNesterov: try field.member("isNesterov").boolean())
    case "adam":
      self = .adam(
        firstDecay: try field.member("firstDecay").float(),
        secondDecay: try field.member("secondDecay").float(),
        epsilon: try field.member("epsilon").float())
    default: throw nameField.damaged("\"momentum\" or \"adam\"")
    }
    if let (name, expected, _) = invalidConstant {
      throw field.damaged("a \(name) that is \(expected)")
    }
  }
}
