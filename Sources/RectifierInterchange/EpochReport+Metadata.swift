// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierTraining

extension EpochReport {
  /// As it stands in a checkpoint: without what the clock said.
  var metadata: JSONValue {
    var object: JSONObject = [
      "epoch": JSONValue(epoch),
      "trainingLoss": JSONValue(trainingLoss),
      "trainingErrorRate": trainingErrorRate.map { JSONValue($0) } ?? .null,
      "validationLoss": JSONValue(validationLoss),
      "validationErrorRate": validationErrorRate.map { JSONValue($0) } ?? .null,
      "zeroFraction": .array(zeroFraction.map { JSONValue($0) }),
      "deadUnitCount": JSONValue(deadUnitCount),
      "isBest": .bool(isBest),
    ]
    object["validationMeasures"] = validationMeasures?.metadata
    if let activationL1 { object["activationL1"] = JSONValue(activationL1) }
    return .object(object)
  }

  /// Reads a report on a network of that architecture.
  init(_ field: MetadataField, architecture: Architecture) throws(SafetensorsError) {
    self.init(
      epoch: try field.member("epoch").integer(atLeast: 1),
      trainingLoss: try field.member("trainingLoss").double(),
      trainingErrorRate: try field.member("trainingErrorRate").errorRate(of: architecture),
      validationLoss: try field.member("validationLoss").double(),
      validationErrorRate: try field.member("validationErrorRate").errorRate(of: architecture),
      validationMeasures: try field.validationMeasures(),
      zeroFraction: try field.member("zeroFraction").zeroFractions(of: architecture),
      deadUnitCount: try field.member("deadUnitCount").deadUnitCounts(of: architecture),
      isBest: try field.member("isBest").boolean(), activationL1: try field.activationL1())
  }
}

extension EpochProgress {
  var metadata: JSONValue {
    [
      "stepCount": JSONValue(stepCount),
      "sampleCount": JSONValue(sampleCount),
      "lossSum": JSONValue(lossSum),
      "errorCount": JSONValue(errorCount),
    ]
  }

  init(_ field: MetadataField) throws(SafetensorsError) {
    self.init(
      stepCount: try field.member("stepCount").integer(),
      sampleCount: try field.member("sampleCount").integer(),
      lossSum: try field.member("lossSum").double(),
      errorCount: try field.member("errorCount").integer())
  }
}
