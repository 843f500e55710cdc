// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNumerics

/// Which networks a sweep trains: options that all have in common, and what differs.
package struct SweepPlan: Equatable, Sendable {
  /// What differs, by the keys of a configuration.
  package enum Variation: Equatable, Sendable {
    /// Every combination of the values; the last key changes fastest.
    case grid([(key: String, values: [JSONValue])])
    /// So many draws, each key from a stream of its own that the seed determines.
    case random(count: Int, seed: UInt64, ranges: [(key: String, range: RandomRange)])
    /// What each network says.
    case list([JSONObject])

    package static func == (a: Variation, b: Variation) -> Bool { a.json == b.json }
  }

  /// Members of a configuration.
  package var base: JSONObject
  package var variation: Variation

  package init(base: JSONObject, variation: Variation) {
    self.base = base
    self.variation = variation
  }

  /// How many trials a plan may have.
  package static let largestTrialCount = 100_000

  /// The trials in the plan's order, each recipe once.
  ///
  /// - Parameter place: What messages call the plan.
  /// - Throws: `ConfigurationError` for a plan without trials or with too many, and for a trial
  ///   whose options cannot be used.
  package func trials(place: String) throws -> [Trial] {
    guard let count = variation.count, (1...Self.largestTrialCount).contains(count) else {
      throw ConfigurationError.invalidValue(
        option: "\(place): trials", expected: "from 1 to \(Self.largestTrialCount) of them",
        found: variation.count.map(String.init) ?? "more than can be counted")
    }
    var trials: [Trial] = []
    var hashes: Set<String> = []
    for number in 0..<count {
      var members = base
      let own = variation.members(ofTrial: number)
      for key in own.keys { members[key] = own[key] }
      let trial = try Trial(
        TrainConfiguration(
          json: .object(Self.wrapped(members)), place: "\(place): trial \(number + 1)"))
      if hashes.insert(trial.recipeHash).inserted { trials.append(trial) }
    }
    return trials
  }

  /// Keys whose value is an array, one element a hidden layer.
  private static let keysOfArrays = ["hidden", "activation", "activationL1", "dropout"]

  /// A single value where an array is expected stands for an array of that one.
  private static func wrapped(_ members: JSONObject) -> JSONObject {
    var members = members
    for key in keysOfArrays {
      guard let value = members[key], value != .null, value.arrayValue == nil else { continue }
      members[key] = .array([value])
    }
    return members
  }
}

extension SweepPlan.Variation {
  /// Nil where there are more than an `Int` counts.
  var count: Int? {
    switch self {
    case .list(let members): return members.count
    case .random(let count, _, _): return count
    case .grid(let axes):
      var count = 1
      for axis in axes {
        let (product, overflow) = count.multipliedReportingOverflow(by: axis.values.count)
        if overflow { return nil }
        count = product
      }
      return axes.isEmpty ? 0 : count
    }
  }

  /// What a trial says, by its number from 0.
  func members(ofTrial number: Int) -> JSONObject {
    var members = JSONObject()
    switch self {
    case .list(let all): return all[number]
    case .random(_, let seed, let ranges):
      for (key, range) in ranges {
        var stream = Seed(seed).stream("sweep.\(key)", epoch: number)
        members[key] = range.draw(from: &stream)
      }
    case .grid(let axes):
      var rest = number
      for axis in axes.reversed() {
        members[axis.key] = axis.values[rest % axis.values.count]
        rest /= axis.values.count
      }
    }
    return members
  }
}
