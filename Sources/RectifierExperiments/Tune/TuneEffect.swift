// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// What an option made of the networks of the first rung: the median score of those that had about
/// the same value.
package struct TuneEffect: Sendable {
  /// The key of a configuration.
  package let key: String
  /// By value, ascending; at least two.
  package let groups: [Group]

  /// Networks with one value, or with values up to a limit.
  package struct Group: Sendable {
    package let values: Values
    package let count: Int
    /// Half of the networks are at least as good; infinitely bad where most of them diverged.
    package let median: Double
  }

  package enum Values: Equatable, Sendable {
    case one(JSONValue)
    /// The least and the greatest.
    case range(Float, Float)
  }

  /// The distance between the best and the worst group.
  package var spread: Double {
    let medians = groups.map(\.median)
    guard let least = medians.min(), let greatest = medians.max(), least < greatest else {
      return 0
    }
    return greatest - least
  }

  var json: JSONValue {
    [
      "option": .string(SweepPlan.optionName(of: key)),
      "groups": .array(
        groups.map { group in
          [
            "values": group.values.json, "count": JSONValue(group.count),
            "medianScore": group.median.isFinite ? JSONValue(group.median) : .null,
          ]
        }),
    ]
  }
}

extension TuneEffect.Values {
  fileprivate var json: JSONValue {
    switch self {
    case .one(let value): value
    case .range(let least, let greatest): ["from": JSONValue(least), "to": JSONValue(greatest)]
    }
  }
}

extension TuneEffect {
  /// A network's options and how good it was.
  private struct Sample {
    let options: JSONObject
    let score: Double
  }

  /// With fewer networks there is nothing to be said.
  private static let leastSampleCount = 6

  static func effects(in result: TuneResult) -> [TuneEffect] {
    let plan = result.plan
    guard let metric = result.metric else { return [] }
    let worst = metric.prefersMore ? -Double.infinity : Double.infinity
    let count = plan.firstEpochCount
    let samples = result.records.filter { $0.trial.configuration.epochCount == count }.map {
      Sample(options: $0.trial.options, score: plan.score($0)?.value ?? worst)
    }
    guard samples.count >= leastSampleCount else { return [] }
    return plan.keys.compactMap { effect(of: $0, samples) }.filter { $0.groups.count > 1 }
      .sorted { $0.spread > $1.spread }
  }

  private static func effect(of key: String, _ samples: [Sample]) -> TuneEffect? {
    if key == "learningRate" { return halves(of: key, samples) }
    var values: [JSONValue] = []
    for value in samples.compactMap({ $0.options[key] }) where !values.contains(value) {
      values.append(value)
    }
    values.sort { order(of: $0).lexicographicallyPrecedes(order(of: $1)) }
    let groups = values.map { value in
      let scores = samples.filter { $0.options[key] == value }.map(\.score)
      return Group(values: .one(value), count: scores.count, median: median(scores))
    }
    return TuneEffect(key: key, groups: groups)
  }

  /// Few layers before many, small numbers before great ones; names are equal.
  private static func order(of value: JSONValue) -> [Float] {
    guard let values = value.arrayValue else { return [value.floatValue ?? 0] }
    return [Float(values.count)] + values.map { $0.floatValue ?? 0 }
  }

  /// Numbers that hardly occur twice: those below and those above the middle.
  private static func halves(of key: String, _ samples: [Sample]) -> TuneEffect {
    let sorted = samples.compactMap { sample in
      sample.options[key]?.floatValue.map { (value: $0, score: sample.score) }
    }.sorted { $0.value < $1.value }
    let groups = [sorted.prefix(sorted.count / 2), sorted.dropFirst(sorted.count / 2)].map { half in
      Group(
        values: .range(half.first?.value ?? 0, half.last?.value ?? 0), count: half.count,
        median: median(half.map(\.score)))
    }
    return TuneEffect(key: key, groups: groups)
  }

  private static func median(_ scores: [Double]) -> Double {
    scores.sorted()[scores.count / 2]
  }
}
