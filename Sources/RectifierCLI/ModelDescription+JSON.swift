// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments
import RectifierFiles
import RectifierInterchange
import RectifierNetworks
import RectifierTraining

extension ModelDescription {
  /// What `inspect --json` prints.
  var json: JSONValue {
    [
      "architecture": Self.json(model.network.architecture),
      "parameterCount": JSONValue(model.network.architecture.parameterCount),
      "divisor": JSONValue(model.preprocessing.divisor),
      "imageShape": model.imageShape.map { JSONValue([$0.height, $0.width, $0.channels]) } ?? .null,
      "labels": JSONValue(model.labels),
      "compactions": .array(model.compactions.map(Self.json)),
      "training": Self.json(model.facts),
    ]
  }

  private static func json(_ architecture: Architecture) -> JSONValue {
    [
      "inputCount": JSONValue(architecture.inputCount),
      "hiddenWidths": JSONValue(architecture.hiddenWidths),
      "activations": JSONValue(architecture.activations.map(\.name)),
      "hasSignMask": .bool(architecture.hasSignMask),
      "head": [
        "name": .string(architecture.head.name),
        "outputCount": JSONValue(architecture.head.outputCount),
      ],
    ]
  }

  private static func json(_ facts: TrainingFacts) -> JSONValue {
    var object: JSONObject = [
      "epoch": JSONValue(facts.epoch),
      "validationErrorRate": facts.validationErrorRate.map { JSONValue($0) } ?? .null,
      "validationLoss": facts.validationLoss.map { JSONValue($0) } ?? .null,
      "zeroFraction": .array(facts.zeroFraction.map { JSONValue($0) }),
      "deadUnitCount": JSONValue(facts.deadUnitCount),
      "activationL1": facts.activationL1.map { JSONValue($0) } ?? .null,
      "training": json(facts.training),
      "validation": json(facts.validation),
      "options": json(facts.options),
    ]
    object.set(validation: facts.validationMeasures ?? [:])
    return .object(object)
  }

  private static func json(_ facts: CompactionFacts) -> JSONValue {
    [
      "hiddenWidths": JSONValue(facts.hiddenWidths),
      "calibration": json(facts.calibration),
      "isReordered": .bool(facts.isReordered),
    ]
  }

  private static func json(_ facts: DataFacts) -> JSONValue {
    ["sampleCount": JSONValue(facts.rowCount), "checksum": .string(facts.checksum)]
  }

  private static func json(_ options: TrainingOptions) -> JSONValue {
    var momentum: (coefficient: Float, isNesterov: Bool)?
    if case .momentum(let coefficient, let isNesterov) = options.optimizer {
      momentum = (coefficient, isNesterov)
    }
    var object: JSONObject = [
      "activationL1": JSONValue(options.activationL1),
      "targetZeros": options.targetZeros.map { JSONValue($0) } ?? .null,
      "weightL2": JSONValue(options.weightL2),
      "optimizer": .string(options.optimizer.name),
      "momentum": momentum.map { JSONValue($0.coefficient) } ?? .null,
      "nesterov": .bool(momentum?.isNesterov ?? false),
      "learningRate": JSONValue(options.learningRate),
      "schedule": .string(options.schedule.name),
      "corruption": .string(options.corruption.name),
      "inputDropout": JSONValue(options.dropout.input),
      "dropout": JSONValue(options.dropout.hidden),
      "tied": .bool(options.tiesWeights),
      "batchSize": JSONValue(options.batchSize),
      "epochs": JSONValue(options.epochCount),
      "epochSamples": .optional(options.epochSampleCount) { JSONValue($0) },
      "patience": JSONValue(options.patience),
      // Beyond the integers of JSON values a seed is told as text, not as another seed.
      "seed": Int64(exactly: options.seed.value).map { .integer($0) }
        ?? .string(String(options.seed.value)),
    ]
    object["task"] = options.task?.metadata
    if !options.classWeights.isEmpty { object["classWeights"] = JSONValue(options.classWeights) }
    return .object(object)
  }
}
