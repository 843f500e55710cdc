// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTraining

/// What a task is scored by, as members of an object: the value by the measure's name, and behind the
/// name with `Interval` the two ends of the interval, where there is one.
extension JSONObject {
  /// Sets the members of measures that there are; others stay as they are.
  mutating func set(_ measures: [Measure: Estimate]) {
    for measure in Measure.allCases {
      guard let estimate = measures[measure] else { continue }
      self[measure.rawValue] = JSONValue(estimate.value)
      self[measure.intervalKey] = estimate.interval95.map(JSONValue.init)
    }
  }

  /// The same of measures on the validation part, by names such as `validationRMSE`.
  package mutating func set(validation measures: [Measure: Double]) {
    for measure in Measure.allCases {
      self[measure.validationKey] = measures[measure].map { JSONValue($0) }
    }
  }
}

extension JSONFields {
  /// The measures that are members of the object.
  func measures() throws(ConfigurationError) -> [Measure: Estimate] {
    var measures: [Measure: Estimate] = [:]
    for measure in Measure.allCases {
      let value = try optional(measure.rawValue, "a number", \.doubleValue)
      let interval = try optional(measure.intervalKey, "two numbers that ascend", \.interval)
      measures[measure] = value.map { Estimate($0, interval95: interval) }
    }
    return measures
  }

  /// The same of measures on the validation part.
  func validationMeasures() throws(ConfigurationError) -> [Measure: Double] {
    var measures: [Measure: Double] = [:]
    for measure in Measure.allCases {
      measures[measure] = try optional(measure.validationKey, "a number", \.doubleValue)
    }
    return measures
  }
}

extension Measure {
  fileprivate var intervalKey: String { rawValue + "Interval" }
}

extension JSONValue {
  /// Both ends of an interval.
  init(_ interval: ClosedRange<Double>) {
    self = .array([JSONValue(interval.lowerBound), JSONValue(interval.upperBound)])
  }

  /// What the initialiser made.
  fileprivate var interval: ClosedRange<Double>? {
    guard let ends = array(of: \.doubleValue), ends.count == 2, ends[0] <= ends[1] else {
      return nil
    }
    return ends[0]...ends[1]
  }
}
