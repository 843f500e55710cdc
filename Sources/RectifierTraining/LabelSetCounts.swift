// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

/// How predicted sets of labels compare with true ones, counted sample by sample.
struct LabelSetCounts {
  private var sampleCount = 0
  private var exactCount = 0
  private var micro = RatioSums()
  /// For each label, twice the samples that have it truly and by prediction.
  private var agreed: [Int]
  /// For each label, the samples that have it truly and those that have it by prediction, added.
  private var named: [Int]

  init(labelCount: Int) {
    agreed = [Int](repeating: 0, count: labelCount)
    named = agreed
  }

  /// Both ascend.
  mutating func add(predicted: [Int], truth: some Collection<Int32>) {
    let common = predicted.filter { truth.contains(Int32($0)) }
    for label in common { agreed[label] += 2 }
    for label in predicted { named[label] += 1 }
    for label in truth { named[Int(label)] += 1 }
    micro.add(2 * Double(common.count), over: Double(predicted.count + truth.count))
    if common.count == predicted.count, common.count == truth.count { exactCount += 1 }
    sampleCount += 1
  }

  var measures: [Measure: Estimate] {
    let own = zip(agreed, named).map { $1 == 0 ? 0 : Double($0) / Double($1) }
    return [
      .microF1: micro.estimate ?? Estimate(0),
      .macroF1: Estimate(own.reduce(0, +) / Double(own.count)),
      .subsetAccuracy: Estimate(CountedRate(count: exactCount, sampleCount: sampleCount)),
    ]
  }
}
