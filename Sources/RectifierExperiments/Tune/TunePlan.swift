// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNumerics

/// Which networks are trained to find good options, and which of them go on.
///
/// The options as they were given are trained first, with one epoch and then with each number of
/// ``TuneRungs``. Beside them there are brackets: nine networks drawn by the seed, of which the best
/// third goes on from rung to rung. All of it follows from the plan and the records alone; what the
/// clock decides is how many brackets are opened, and which networks are passed over because they
/// would not come to an end.
package struct TunePlan: Equatable, Sendable {
  /// The options that are fixed, and what the others are drawn from.
  let search: SweepPlan
  /// What networks compare by; nil for the task's own.
  package let metric: TrialMetric?
  /// Of each network the trials of its rungs, ascending: the options as they were given, then draws.
  private let lines: [[Trial]]

  /// How many networks there are where nothing else is said.
  package static let defaultNetworkCount = 300
  /// Networks of a bracket.
  static let bracketSize = TuneRungs.factor * TuneRungs.factor

  package static func == (a: TunePlan, b: TunePlan) -> Bool {
    a.search == b.search && a.metric == b.metric
  }

  /// A plan that searches all that is not fixed.
  ///
  /// - Parameters:
  ///   - base: What is fixed, the defaults of the rest, and the seed of the draws.
  ///   - isFixed: Whether an option must stay as it is, by its key. Those that are not at their
  ///     defaults stay in any case.
  ///   - networkCount: At most; the options as they were given are the first.
  ///   - format: The form of the training file; nil for data without rows.
  package init(
    _ base: TrainConfiguration, isFixed: (String) -> Bool, networkCount: Int?,
    metric: TrialMetric?, format: RowFormat?
  ) throws {
    let members = base.deviations
    let ranges = TuneSpace.ranges(
      around: base, isFixed: { members[$0] != nil || isFixed($0) }, format: format)
    guard !ranges.isEmpty else {
      throw ConfigurationError.conflict(
        options: TuneSpace.keys.filter { members[$0] != nil || isFixed($0) }
          .map { OptionNames()[$0] },
        reason: "nothing is left to search; leave some out, or use train")
    }
    let count = networkCount ?? Self.defaultNetworkCount
    guard 1...SweepPlan.largestTrialCount ~= count else {
      throw ConfigurationError.invalidValue(
        option: "--trials", expected: "a whole number from 1 to \(SweepPlan.largestTrialCount)",
        found: "\(count)")
    }
    let variation = SweepPlan.Variation.random(count: count - 1, seed: base.seed, ranges: ranges)
    try self.init(SweepPlan(base: members, variation: variation), metric: metric, place: "tune")
  }

  /// - Parameter place: What messages call the plan.
  init(_ search: SweepPlan, metric: TrialMetric?, place: String) throws {
    guard case .random(let count, _, _) = search.variation,
      0..<SweepPlan.largestTrialCount ~= count
    else {
      throw ConfigurationError.invalidValue(
        option: place, expected: "draws, less than \(SweepPlan.largestTrialCount)",
        found: "another plan")
    }
    self.search = search
    self.metric = metric
    let base = try TrainConfiguration(json: .object(search.base), place: "\(place).base")
    var lines = [try Self.trials(base, beginningWithOneEpoch: true)]
    for number in 0..<count {
      let drawn = search.variation.members(ofTrial: number)
      lines.append(try Self.trials(TuneDraw.configuration(base, with: drawn, place: place)))
    }
    self.lines = lines
  }

  private static func trials(
    _ configuration: TrainConfiguration, beginningWithOneEpoch: Bool = false
  ) throws -> [Trial] {
    var counts = TuneRungs.epochCounts(of: configuration.epochCount)
    // An end that is soon reached, and tells how long epochs take.
    if beginningWithOneEpoch, configuration.targetZeros == nil, counts[0] > 1 {
      counts.insert(1, at: 0)
    }
    return try counts.map { count in
      var configuration = configuration
      configuration.epochCount = count
      return try Trial(configuration)
    }
  }
}

extension TunePlan {
  /// The options that all networks have unless they differ in them, with the data.
  package var base: TrainConfiguration { lines[0].last!.configuration }

  /// All trials that there can be, network by network.
  var trials: [Trial] { lines.flatMap(\.self) }

  /// Epochs of a bracket's first rung.
  var firstEpochCount: Int { TuneRungs.epochCounts(of: base.epochCount)[0] }

  /// The keys of what is searched.
  package var keys: [String] {
    guard case .random(_, _, let ranges) = search.variation else { return [] }
    return ranges.map(\.key)
  }

  /// How many brackets there can be.
  var bracketCount: Int { (lines.count - 1 + Self.bracketSize - 1) / Self.bracketSize }

  /// How many brackets have to be open so that those are open which the trials are from.
  ///
  /// - Parameter hashes: Of trials.
  func bracketCount(with hashes: Set<String>) -> Int {
    let last = lines.dropFirst().lastIndex { line in
      line.contains { hashes.contains($0.recipeHash) }
    }
    return last.map { ($0 - 1) / Self.bracketSize + 1 } ?? 0
  }

  /// What is to be trained in brackets that are open, as far as the records tell, the more urgent
  /// first.
  ///
  /// - Parameters:
  ///   - bracketCount: How many brackets are open.
  ///   - passedOver: Hashes of trials that nobody waits for.
  func stages(
    bracketCount: Int, passedOver: Set<String>, record: (Trial) -> TrialRecord?
  ) -> [TuneStage] {
    var stages: [TuneStage] = []
    for trial in lines[0] {
      stages.insert(
        TuneStage(bracket: nil, epochCount: trial.configuration.epochCount, trials: [trial]), at: 0)
      guard record(trial)?.results != nil else { break }
    }
    for bracket in 0..<bracketCount {
      stages += self.stages(ofBracket: bracket, passedOver: passedOver, record: record)
    }
    return stages
  }

  /// The stages of a bracket, by its number from 0, the longest trainings first.
  private func stages(
    ofBracket bracket: Int, passedOver: Set<String>, record: (Trial) -> TrialRecord?
  ) -> [TuneStage] {
    let first = 1 + bracket * Self.bracketSize
    var candidates = Array(lines[first..<min(first + Self.bracketSize, lines.count)])
    var stages: [TuneStage] = []
    for rung in lines[first].indices {
      let trials = candidates.map { $0[rung] }
      stages.insert(
        TuneStage(
          bracket: bracket + 1, epochCount: trials[0].configuration.epochCount, trials: trials),
        at: 0)
      let records = trials.map(record)
      let isComplete = zip(trials, records).allSatisfy { trial, record in
        record != nil || passedOver.contains(trial.recipeHash)
      }
      guard isComplete else { break }
      let count = TuneRungs.survivorCount(of: candidates.count)
      candidates = ranking(of: records).prefix(count).map { candidates[$0] }
      if candidates.isEmpty { break }
    }
    return stages
  }

  /// The indices of records that have a score, the best first; of equals the earlier.
  func ranking(of records: [TrialRecord?]) -> [Int] {
    let scores = records.map { $0.flatMap(score) }
    return scores.indices.filter { scores[$0] != nil }.sorted { a, b in
      guard let left = scores[a], let right = scores[b] else { return false }
      return left == right ? a < b : left < right
    }
  }

  /// Nil for a network that diverged, and where the task is not scored by the metric.
  package func score(_ record: TrialRecord) -> TrialScore? {
    guard let metric = metric ?? record.results.map(TrialMetric.init) else { return nil }
    return TrialScore(record, by: metric)
  }
}
