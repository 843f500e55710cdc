// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining

/// What came of a finished run, measured with the model of its best epoch.
package struct TrainingResults: Equatable, Sendable {
  /// The part that the measurements are of: the test part where there is one.
  package enum MeasuredPart: String, Sendable {
    case test, validation
  }

  package var part: MeasuredPart
  package var sampleCount: Int
  /// Fraction of the part's samples that are classified wrongly, 0…1; nil without classes.
  package var errorRate: Double?
  /// What else the task is scored by, on the part; none for plain classification.
  package var measures: [Measure: Estimate]
  /// Mean loss over the part: in nats, or in squared units of reals as the network learns them.
  package var loss: Double
  /// Fraction of exact zeros in each hidden layer, 0…1.
  package var zeroFraction: [Double]
  /// Units of each hidden layer that were active for no sample of the part.
  package var deadUnitCount: [Int]
  package var validationErrorRate: Double?
  /// What is kept of the best epoch's validation beside loss and error rate.
  package var validationMeasures: [Measure: Double]
  /// Of the best epoch; nil where it is not the loss that epochs compare by.
  package var validationLoss: Double?
  /// Nil where there is no test part.
  package var testErrorRate: Double?
  package var bestEpoch: Int
  package var epochCount: Int
  /// Training steps only, for each epoch; nil for one that two processes shared.
  package var secondsPerEpoch: [Double?]
  package var evaluationSecondsPerEpoch: [Double?]
  /// What came of a target of zeros; nil where there was none.
  package var zeroTarget: ZeroTargetResult?

  /// Wrong predictions on the part; nil without classes.
  package var errors: CountedRate? {
    errorRate.map {
      CountedRate(count: Int(($0 * Double(sampleCount)).rounded()), sampleCount: sampleCount)
    }
  }

  /// What the best epoch was chosen by.
  package var validation: ScoredValues {
    ScoredValues(
      errorRate: validationErrorRate, loss: validationLoss, measures: validationMeasures)
  }

  /// The same on the part that was measured.
  package var scored: ScoredValues {
    ScoredValues(errorRate: errorRate, loss: loss, measures: measures.mapValues(\.value))
  }

  /// The members with the keys that stay the same from version to version.
  package var json: JSONObject {
    var object: JSONObject = [
      "part": .string(part.rawValue),
      "sampleCount": JSONValue(sampleCount),
      "errorRate": .optional(errorRate) { JSONValue($0) },
      "loss": JSONValue(loss),
      "zeroFraction": .array(zeroFraction.map { JSONValue($0) }),
      "deadUnitCount": JSONValue(deadUnitCount),
      "validationErrorRate": .optional(validationErrorRate) { JSONValue($0) },
      "testErrorRate": .optional(testErrorRate) { JSONValue($0) },
      "bestEpoch": JSONValue(bestEpoch),
      "epochCount": JSONValue(epochCount),
      "secondsPerEpoch": Self.json(secondsPerEpoch),
      "evaluationSecondsPerEpoch": Self.json(evaluationSecondsPerEpoch),
    ]
    object.set(measures)
    object.set(validation: validationMeasures)
    if let validationLoss { object["validationLoss"] = JSONValue(validationLoss) }
    if let zeroTarget { object["zeroTarget"] = zeroTarget.json }
    return object
  }

  /// Reads the members; the place is for messages.
  package init(json: JSONValue, place: String) throws(ConfigurationError) {
    let fields = try JSONFields(json, place: place)
    let numbers = "an array of numbers"
    part = try fields.required("part", "test or validation") {
      $0.stringValue.flatMap(MeasuredPart.init)
    }
    sampleCount = try fields.required("sampleCount", "a whole number of at least 0") {
      $0.intValue.flatMap { $0 >= 0 ? $0 : nil }
    }
    errorRate = try fields.optional("errorRate", "a fraction from 0 to 1") {
      $0.doubleValue.flatMap { (0...1).contains($0) ? $0 : nil }
    }
    measures = try fields.measures()
    validationMeasures = try fields.validationMeasures()
    loss = try fields.required("loss", "a number", \.doubleValue)
    zeroFraction = try fields.required("zeroFraction", numbers) { $0.array(of: \.doubleValue) }
    deadUnitCount = try fields.required("deadUnitCount", numbers) { $0.array(of: \.intValue) }
    validationErrorRate = try fields.optional("validationErrorRate", "a number", \.doubleValue)
    validationLoss = try fields.optional("validationLoss", "a number", \.doubleValue)
    testErrorRate = try fields.optional("testErrorRate", "a number", \.doubleValue)
    bestEpoch = try fields.required("bestEpoch", "a whole number", \.intValue)
    epochCount = try fields.required("epochCount", "a whole number", \.intValue)
    secondsPerEpoch = try fields.required("secondsPerEpoch", numbers, Self.times)
    evaluationSecondsPerEpoch = try fields.required(
      "evaluationSecondsPerEpoch", numbers, Self.times)
    if fields.object["zeroTarget"] != nil {
      zeroTarget = try ZeroTargetResult(fields.fields("zeroTarget"))
    }
  }

  package init(
    evaluation: Evaluation, part: MeasuredPart, best: Model, metrics: Metrics
  ) {
    self.part = part
    sampleCount = evaluation.sampleCount
    errorRate = evaluation.errorRate
    measures = evaluation.measures
    validationMeasures = best.facts.validationMeasures ?? [:]
    loss = evaluation.loss
    zeroFraction = evaluation.zeroFraction
    deadUnitCount = evaluation.deadUnitCount
    validationErrorRate = best.facts.validationErrorRate
    validationLoss = evaluation.scored.kind == .loss ? best.facts.validationLoss : nil
    testErrorRate = part == .test ? evaluation.errorRate : nil
    bestEpoch = best.facts.epoch
    secondsPerEpoch = metrics.values(of: "seconds")
    evaluationSecondsPerEpoch = metrics.values(of: "evaluationSeconds")
    epochCount = secondsPerEpoch.count
    zeroTarget = ZeroTargetResult(best: best, metrics: metrics)
  }

  /// Times as an array, `null` for one that is not known.
  static func json(_ times: [Double?]) -> JSONValue {
    .array(times.map { .optional($0) { JSONValue($0) } })
  }

  /// What ``json(_:)`` made.
  static func times(_ value: JSONValue) -> [Double?]? {
    value.array { $0 == .null ? .some(nil) : $0.doubleValue.map { .some($0) } }
  }
}
