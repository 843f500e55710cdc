// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNetworks
import RectifierTraining

/// What a model file says of a model beside its tensors and training facts; what a checkpoint's
/// two models share.
struct ModelDescription {
  let architecture: Architecture
  let preprocessing: Preprocessing
  let imageShape: ImageShape?
  let labels: [String]

  init(_ model: Model) {
    architecture = model.network.architecture
    preprocessing = model.preprocessing
    imageShape = model.imageShape
    labels = model.labels
  }

  init(_ metadata: [String: String], path: String) throws(SafetensorsError) {
    func field(_ key: String) throws(SafetensorsError) -> MetadataField {
      try MetadataField(path: path, key: key, in: metadata)
    }
    architecture = try Architecture(field("architecture"))
    preprocessing = try Preprocessing(field("preprocessing"))
    imageShape = try field("imageShape").optional {
      (field) throws(SafetensorsError) in try ImageShape(field)
    }
    let labelField = try field("labels")
    labels = try labelField.elements { (field) throws(SafetensorsError) in try field.string() }
    try Self.check(labels, labelField, architecture)
    if let shape = imageShape, shape.featureCount != architecture.inputCount {
      throw try field("imageShape").damaged("a shape of \(architecture.inputCount) features")
    }
  }

  /// Keys and JSON texts, each canonical.
  func metadata() throws(JSONError) -> [String: String] {
    [
      "architecture": try architecture.metadata.text(),
      "preprocessing": try preprocessing.metadata.text(),
      "imageShape": try (imageShape?.metadata ?? .null).text(),
      "labels": try JSONValue(labels).text(),
    ]
  }

  func model(
    _ network: Network, facts: TrainingFacts, compactions: [CompactionFacts] = []
  ) -> Model {
    Model(
      network: network, preprocessing: preprocessing, imageShape: imageShape, labels: labels,
      facts: facts, compactions: compactions)
  }

  private static func check(
    _ labels: [String], _ field: MetadataField, _ architecture: Architecture
  ) throws(SafetensorsError) {
    let counts = architecture.head.labelCounts
    guard counts.contains(labels.count), Set(labels).count == labels.count else {
      let expected = counts.sorted().map(String.init).joined(separator: " or ")
      throw field.damaged("\(expected) different labels")
    }
  }
}

extension Preprocessing {
  fileprivate var metadata: JSONValue {
    var members: JSONObject = ["divisor": JSONValue(divisor)]
    if let encoding { members["encoding"] = encoding.metadata }
    return .object(members)
  }

  fileprivate init(_ field: MetadataField) throws(SafetensorsError) {
    let divisorField = try field.member("divisor")
    let divisor = try divisorField.float()
    guard divisor > 0, divisor.isFinite else { throw divisorField.damaged("a number above 0") }
    let encoding = try field.memberIfPresent("encoding")
    self.init(
      divisor: divisor,
      encoding: try encoding.map { (field) throws(SafetensorsError) in try RowEncoding(field) })
  }
}

extension ImageShape {
  fileprivate var metadata: JSONValue {
    [
      "height": JSONValue(height), "width": JSONValue(width), "channels": JSONValue(channels),
    ]
  }

  fileprivate init(_ field: MetadataField) throws(SafetensorsError) {
    let limit = 1 << 20
    var extents: [Int] = []
    for name in ["height", "width", "channels"] {
      let extent = try field.member(name).integer(atLeast: 1)
      guard extent <= limit else { throw try field.member(name).damaged("at most \(limit)") }
      extents.append(extent)
    }
    self.init(height: extents[0], width: extents[1], channels: extents[2])
  }
}
