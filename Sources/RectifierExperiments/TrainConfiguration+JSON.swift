// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNetworks
import RectifierTraining

extension TrainConfiguration {
  /// The keys of the object, each the flag's name without its hyphens.
  package static let keys =
    [
      "data", "dataDir", "test", "validation", "validationDraw", "fold", "trainSamples", "resize",
      "invert",
    ] + InputConfiguration.keys + [
      "hidden", "activation", "signMask", "initializer", "initFrom", "activationL1",
      "targetZeros",
      "weightL2", "inputDropout", "dropout", "optimizer", "momentum", "nesterov", "learningRate",
      "schedule", "batchSize", "epochs", "epochSamples", "patience", "epochTies", "seed", "threads",
    ]

  /// All options, defaults included; `null` where an option is left to the data or the machine.
  package var json: JSONValue {
    var members = JSONObject()
    for part in [dataMembers, input.members, networkMembers, stepMembers] {
      for (key, value) in part { members[key] = value }
    }
    return .object(members)
  }

  private var dataMembers: [(key: String, value: JSONValue)] {
    [
      ("data", .string(data)),
      ("dataDir", .optional(dataDirectory) { .string($0) }),
      ("test", .optional(test) { .string($0) }),
      ("validation", .optional(validation, Self.json)),
      ("validationDraw", .string(validationDraw.rawValue)),
      ("fold", .optional(fold) { .string($0.text) }),
      ("trainSamples", .optional(trainSampleCount) { JSONValue($0) }),
      ("resize", .optional(resize) { .string($0.text) }),
      ("invert", .bool(inverts)),
    ]
  }

  private var networkMembers: [(key: String, value: JSONValue)] {
    [
      ("hidden", JSONValue(hiddenWidths)),
      ("activation", JSONValue(activations.map(\.name))),
      ("signMask", .bool(hasSignMask)),
      ("initializer", .string(initializer.name)),
      ("initFrom", .optional(pretrained) { .string($0) }),
    ]
  }

  private var stepMembers: [(key: String, value: JSONValue)] {
    [
      ("activationL1", JSONValue(activationL1)),
      ("targetZeros", .optional(targetZeros) { JSONValue($0) }),
      ("weightL2", JSONValue(weightL2)),
      ("inputDropout", JSONValue(inputDropout)),
      ("dropout", JSONValue(dropout)),
      ("optimizer", .string(optimizer.name)),
      ("momentum", .optional(momentum?.coefficient) { JSONValue($0) }),
      ("nesterov", .bool(momentum?.isNesterov == true)),
      ("learningRate", JSONValue(learningRate)),
      ("schedule", .string(schedule.name)),
      ("batchSize", JSONValue(batchSize)),
      ("epochs", JSONValue(epochCount)),
      ("epochSamples", .optional(epochSampleCount) { JSONValue($0) }),
      ("patience", JSONValue(patience)),
      ("epochTies", .optional(epochTies) { .string($0.rawValue) }),
      ("seed", .integer(Int64(clamping: seed))),
      ("threads", .optional(threadCount) { JSONValue($0) }),
    ]
  }

  /// Reads the object; a key that is missing has its default, an unknown one is an error.
  ///
  /// - Parameter place: The file and the member that the object is, for messages.
  package init(json: JSONValue, place: String) throws(ConfigurationError) {
    let fields = try JSONFields(json, place: place)
    let draft = try ConfigurationDraft(fields)
    _ = try fields.required("data", "a text", \.stringValue)
    self = try draft.checked()
  }

  private var momentum: (coefficient: Float, isNesterov: Bool)? {
    guard case .momentum(let coefficient, let isNesterov) = optimizer else { return nil }
    return (coefficient, isNesterov)
  }

  private static func json(_ choice: ValidationChoice) -> JSONValue {
    switch choice {
    case .count(let count): JSONValue(count)
    case .fraction(let fraction): JSONValue(fraction)
    case .source(let source): .string(source)
    }
  }
}
