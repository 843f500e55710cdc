// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierTraining

extension TrainingFacts {
  /// As they stand in the metadata of a model.
  var metadata: JSONValue {
    var object: JSONObject = [
      "options": options.metadata,
      "training": training.metadata,
      "validation": validation.metadata,
      "epoch": JSONValue(epoch),
      "validationErrorRate": validationErrorRate.map { JSONValue($0) } ?? .null,
      "validationLoss": validationLoss.map { JSONValue($0) } ?? .null,
      "zeroFraction": .array(zeroFraction.map { JSONValue($0) }),
      "deadUnitCount": JSONValue(deadUnitCount),
    ]
    object["validationMeasures"] = validationMeasures?.metadata
    if let activationL1 { object["activationL1"] = JSONValue(activationL1) }
    return .object(object)
  }

  /// Reads the facts of a network of that architecture; measurements are there from the end of an
  /// epoch on.
  init(_ field: MetadataField, architecture: Architecture) throws(SafetensorsError) {
    let isMeasured = try field.member("validationLoss").value != .null
    self.init(
      options: try TrainingOptions(field.member("options"), architecture: architecture),
      training: try DataFacts(field.member("training"), leastRowCount: isMeasured ? 1 : 0),
      validation: try DataFacts(field.member("validation"), leastRowCount: isMeasured ? 1 : 0),
      epoch: try field.member("epoch").integer(),
      validationErrorRate: isMeasured
        ? try field.member("validationErrorRate").errorRate(of: architecture) : nil,
      validationMeasures: isMeasured ? try field.validationMeasures() : nil,
      validationLoss: isMeasured ? try field.member("validationLoss").double() : nil,
      zeroFraction: isMeasured
        ? try field.member("zeroFraction").zeroFractions(of: architecture) : [],
      deadUnitCount: isMeasured
        ? try field.member("deadUnitCount").deadUnitCounts(of: architecture) : [],
      activationL1: try field.activationL1())
  }
}

extension [Measure: Double] {
  /// As they stand in facts and reports.
  var metadata: JSONValue {
    var object = JSONObject()
    for measure in Measure.allCases {
      object[measure.rawValue] = self[measure].map { JSONValue($0) }
    }
    return .object(object)
  }
}

extension MetadataField {
  /// The member with what a task is scored by, of facts and of reports; nil where there is none.
  func validationMeasures() throws(SafetensorsError) -> [Measure: Double]? {
    guard let field = try memberIfPresent("validationMeasures") else { return nil }
    guard let object = field.value.objectValue else { throw field.damaged("an object") }
    var measures: [Measure: Double] = [:]
    for key in object.keys {
      guard let measure = Measure(rawValue: key) else { throw field.damaged("known measures") }
      measures[measure] = try field.member(key).double()
    }
    return measures
  }

  /// The member with an adapted coefficient, of facts and of reports; nil where there is none.
  func activationL1() throws(SafetensorsError) -> Float? {
    try memberIfPresent("activationL1")?.float(in: 0...Float.greatestFiniteMagnitude)
  }
}

extension DataFacts {
  /// As they stand in the metadata of a model.
  var metadata: JSONValue {
    ["rowCount": JSONValue(rowCount), "checksum": .string(checksum)]
  }

  /// Reads them; a network of another program, which was not trained here, has rows of nothing.
  init(_ field: MetadataField, leastRowCount: Int = 1) throws(SafetensorsError) {
    self.init(
      rowCount: try field.member("rowCount").integer(atLeast: leastRowCount),
      checksum: try field.member("checksum").string())
  }
}
