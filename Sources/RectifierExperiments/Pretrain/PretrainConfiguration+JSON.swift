// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining

extension PretrainConfiguration {
  /// The keys of `train` that mean the same here.
  private static let sharedKeys =
    ["data", "dataDir", "validation", "validationDraw", "resize", "invert"]
    + InputConfiguration.keysWithoutTarget + [
      "hidden", "activation", "signMask", "initializer", "activationL1", "learningRate",
      "batchSize", "epochs", "epochSamples", "patience", "seed", "threads",
    ]
  static let ownKeys = ["decoder", "decoderBiases", "corruption", "tied"]

  /// All options, defaults included; `null` where an option is left to the data or the machine.
  package var json: JSONValue {
    var object = JSONObject()
    let shared = training.json
    for key in Self.sharedKeys { object[key] = shared[key] ?? .null }
    object["decoder"] = JSONValue(reconstructions.map(\.name))
    object["decoderBiases"] = .string(decoderBiases.name)
    object["corruption"] = JSONValue(corruptions.map(\.name))
    object["tied"] = .bool(tiesWeights)
    return .object(object)
  }

  /// Reads the object; a key that is missing has its default, an unknown one is an error.
  ///
  /// - Parameter place: The file and the member that the object is, for messages.
  package init(json: JSONValue, place: String) throws(ConfigurationError) {
    let fields = try JSONFields(json, place: place)
    try fields.requireKeys(among: Self.sharedKeys + Self.ownKeys)
    var shared = JSONObject()
    for key in Self.sharedKeys { shared[key] = fields.object[key] }
    self.init(data: "")
    let rate = training.learningRate
    training = try TrainConfiguration(json: .object(shared), place: place)
    if fields.object["learningRate"] == nil { training.learningRate = rate }
    func names(_ key: String) throws(ConfigurationError) -> String? {
      try fields.optional(key, "an array of names") { $0.array(of: \.stringValue) }
        .map { $0.joined(separator: ",") }
    }
    if let text = try names("decoder") {
      reconstructions = try Self.reconstructions(parsing: text, option: fields.name(of: "decoder"))
    }
    if let name = try fields.optional("decoderBiases", "a name", \.stringValue) {
      decoderBiases = try Self.decoderBiases(
        named: name, option: fields.name(of: "decoderBiases"))
    }
    if let text = try names("corruption") {
      corruptions = try Self.corruptions(parsing: text, option: fields.name(of: "corruption"))
    }
    tiesWeights = try fields.optional("tied", "true or false", \.boolValue) ?? tiesWeights
    try check(OptionNames(keysOf: fields))
  }
}
