// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles

extension SchemaColumn {
  /// As it stands in the metadata of a model.
  var metadata: JSONValue {
    var members: JSONObject = ["name": .string(name)]
    switch encoding {
    case .number(let number):
      members["number"] = [
        "mean": JSONValue(number.mean), "deviation": JSONValue(number.deviation),
        "isStandardized": .bool(number.isStandardized),
        "hasMissingIndicator": .bool(number.hasMissingIndicator),
      ]
    case .category(let category):
      members["category"] = [
        "levels": JSONValue(category.levels), "hasMissingLevel": .bool(category.hasMissingLevel),
        "isUnseenTrained": .bool(category.isUnseenTrained),
      ]
    case .text(let vectorizer): members["text"] = vectorizer.metadata
    }
    return .object(members)
  }

  /// Reads it.
  init(_ field: MetadataField) throws(SafetensorsError) {
    let encoding: Encoding
    if let number = try field.memberIfPresent("number") {
      encoding = .number(
        NumberEncoding(
          mean: try number.member("mean").float(),
          deviation: try number.member("deviation").float(),
          isStandardized: try number.member("isStandardized").boolean(),
          hasMissingIndicator: try number.member("hasMissingIndicator").boolean()))
    } else if let category = try field.memberIfPresent("category") {
      encoding = .category(
        CategoryEncoding(
          levels: try category.member("levels").strings(),
          hasMissingLevel: try category.member("hasMissingLevel").boolean(),
          isUnseenTrained: try category.member("isUnseenTrained").boolean()))
    } else {
      encoding = .text(try Vectorizer(field.member("text")))
    }
    self.init(name: try field.member("name").string(), encoding: encoding)
  }
}

extension Vectorizer {
  fileprivate var metadata: JSONValue {
    [
      "lowercases": .bool(options.lowercases),
      "longestNGram": JSONValue(options.longestNGram),
      "weighting": .string(options.weighting.rawValue),
      "vocabularySize": JSONValue(options.vocabularySize),
      "leastDocumentCount": JSONValue(options.leastDocumentCount),
      "vocabulary": JSONValue(vocabulary),
      "inverseDocumentFrequencies": JSONValue(inverseDocumentFrequencies),
    ]
  }

  fileprivate init(_ field: MetadataField) throws(SafetensorsError) {
    let weighting = try field.member("weighting")
    guard let kind = Weighting(rawValue: try weighting.string()) else {
      throw weighting.damaged(
        "one of " + Weighting.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let options = Options(
      lowercases: try field.member("lowercases").boolean(),
      longestNGram: try field.member("longestNGram").integer(), weighting: kind,
      vocabularySize: try field.member("vocabularySize").integer(),
      leastDocumentCount: try field.member("leastDocumentCount").integer())
    let frequencies = try field.member("inverseDocumentFrequencies").elements {
      (field) throws(SafetensorsError) in try field.float()
    }
    let vocabulary = try field.member("vocabulary").strings()
    do throws(VectorizerError) {
      try self.init(
        options: options, vocabulary: vocabulary, inverseDocumentFrequencies: frequencies)
    } catch {
      throw field.damaged("a vocabulary: \(error)")
    }
  }
}

extension MetadataField {
  /// The elements of an array of strings.
  func strings() throws(SafetensorsError) -> [String] {
    try elements { (field) throws(SafetensorsError) in try field.string() }
  }
}
