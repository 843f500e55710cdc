// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How many true labels are among the first k of each sample's labels, ranked by their outputs.
///
///     P@k = hits[k] / (k · samples),   R@k = hits[k] / true labels
///
/// Of equal outputs the lower label comes first. Samples without labels are left out, as no ranking is
/// right about them. With one label a sample, P@1 and R@1 both are 1 − error rate.
///
/// *Source:* fastText's `test`, whose P@k and R@k these are.
public struct LabelRanking: Equatable, Sendable {
  /// The largest k where no other is asked for, and where there are so many labels.
  public static let defaultDepth = 5

  /// Samples that have a label.
  public private(set) var sampleCount = 0
  /// Their true labels.
  public private(set) var labelCount = 0
  /// For k from 1 on, the true labels among the first k, over all samples.
  public private(set) var hitCounts: [Int]
  private var precisions: [RatioSums]
  private var recalls: [RatioSums]

  init(outputCount: Int, depth: Int = defaultDepth) {
    hitCounts = [Int](repeating: 0, count: min(depth, outputCount))
    precisions = hitCounts.map { _ in RatioSums() }
    recalls = precisions
  }

  /// Adds a sample with its outputs, or what orders them in the same way.
  mutating func add(_ outputs: UnsafeBufferPointer<Float>, truth: some Collection<Int32>) {
    if truth.isEmpty { return }
    sampleCount += 1
    labelCount += truth.count
    var hits = 0
    for (index, label) in Self.first(hitCounts.count, of: outputs).enumerated() {
      if truth.contains(Int32(label)) { hits += 1 }
      hitCounts[index] += hits
      precisions[index].add(Double(hits), over: Double(index + 1))
      recalls[index].add(Double(hits), over: Double(truth.count))
    }
  }

  /// The places of the greatest outputs, the greatest first.
  private static func first(_ count: Int, of outputs: UnsafeBufferPointer<Float>) -> [Int] {
    var places: [Int] = []
    for (place, output) in outputs.enumerated() {
      if places.count == count, !(output > outputs[places[count - 1]]) { continue }
      let at = places.firstIndex { output > outputs[$0] } ?? places.count
      places.insert(place, at: at)
      if places.count > count { places.removeLast() }
    }
    return places
  }

  /// True labels among those that the first k of each sample are, 0…1; nil without samples.
  ///
  /// The interval of P@1 is Wilson's, of others that of a mean.
  ///
  /// - Precondition: k is from 1 to the count of `hitCounts`.
  public func precision(at k: Int) -> Estimate? {
    if k == 1, sampleCount > 0 {
      return Estimate(CountedRate(count: hitCounts[0], sampleCount: sampleCount))
    }
    return sums(precisions, at: k).estimate
  }

  /// True labels that are among the first k of their sample, 0…1, of all true labels; nil without
  /// samples.
  ///
  /// - Precondition: k is from 1 to the count of `hitCounts`.
  public func recall(at k: Int) -> Estimate? { sums(recalls, at: k).estimate }

  /// P@1 and R@1.
  public var measures: [Measure: Estimate] {
    var measures: [Measure: Estimate] = [:]
    measures[.precisionAt1] = precision(at: 1)
    measures[.recallAt1] = recall(at: 1)
    return measures
  }

  private func sums(_ sums: [RatioSums], at k: Int) -> RatioSums {
    guard sums.indices.contains(k - 1) else {
      fatalError("ranking: the first \(k) labels, expected from 1 to \(sums.count)")
    }
    return sums[k - 1]
  }
}
