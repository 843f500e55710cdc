// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierTraining

/// What `Zeros` adds up of a hidden layer's outputs.
struct LayerSums {
  private let activation: Activation
  /// +1 or −1 a unit; empty without a sign mask.
  private let signs: [Float]
  private let width: Int
  private var activeCounts: [Double] = []
  private var nearCounts = [[Double]](repeating: [], count: Zeros.thresholds.count)
  /// Σᵤ h before the sign mask, a sample.
  private var valueSums: [Double] = []
  /// Σₙ |h| of each group of samples and unit.
  private var magnitudes: [[Double]]
  private var (least, largest) = (Float.infinity, -Float.infinity)

  init(activation: Activation, width: Int, signs: [Float]) {
    self.activation = activation
    self.width = width
    self.signs = signs
    magnitudes = Array(
      repeating: Array(repeating: 0, count: width), count: GroupJackknife.groupCount)
  }

  /// Adds the code of a sample.
  mutating func add(_ code: UnsafeBufferPointer<Float>, sample: Int) {
    var activeCount = 0
    var near = [Int](repeating: 0, count: Zeros.thresholds.count)
    var sum = 0.0
    let group = sample % GroupJackknife.groupCount
    magnitudes[group].withUnsafeMutableBufferPointer { magnitudes in
      for unit in code.indices {
        let value = code[unit]
        let magnitude = abs(value)
        if value != 0 { activeCount += 1 }
        for index in near.indices where magnitude < Float(Zeros.thresholds[index]) {
          near[index] += 1
        }
        magnitudes[unit] += Double(magnitude)
        let unmasked = signs.isEmpty ? value : value * signs[unit]
        sum += Double(unmasked)
        least = min(least, unmasked)
        largest = max(largest, unmasked)
      }
    }
    activeCounts.append(Double(activeCount))
    for index in near.indices { nearCounts[index].append(Double(near[index])) }
    valueSums.append(sum)
  }

  /// - Parameters:
  ///   - atMeanInput: The layer's outputs, sign mask included, for the mean of the samples.
  ///   - classes: Of the samples, nil without.
  func result(
    activeCounts units: [Int], atMeanInput: [Float], classes: [Int32]?, classCount: Int
  ) -> LayerZeros {
    let zeros = activeCounts.map { (Double(width) - $0) / Double(width) }
    return LayerZeros(
      activation: activation, sampleCount: zeros.count,
      zeroFraction: SampleMoments(zeros)!.estimate,
      zeroFractionByClass: ClassMeans.of(zeros, classes: classes, classCount: classCount)
        .map { $0?.estimate },
      nearZeroFractions: nearCounts.map { counts in
        SampleMoments(counts.map { $0 / Double(width) })!.estimate
      },
      activeUnitCount: SampleMoments(activeCounts)!.estimate,
      effectiveUnitCount: GroupJackknife.estimate(
        sampleCount: zeros.count, effectiveUnitCount),
      activeCounts: units, steadyState: steadyState(atMeanInput))
  }

  private func effectiveUnitCount(without omitted: Int?) -> Double? {
    let sums = (0..<width).map { unit in
      magnitudes.indices.reduce(0.0) { $1 == omitted ? $0 : $0 + magnitudes[$1][unit] }
    }
    return EffectiveCount.ofEntropy(sums)
  }

  private func steadyState(_ atMeanInput: [Float]) -> SteadyState? {
    let observed = Double(least)...Double(largest)
    let range = activation.outputRange ?? observed
    let length = range.upperBound - range.lowerBound
    guard length > 0 else { return nil }
    func share(_ value: Double) -> Double { (value - range.lowerBound) / length }
    let unmasked = atMeanInput.indices.map { unit in
      Double(signs.isEmpty ? atMeanInput[unit] : atMeanInput[unit] * signs[unit])
    }
    return SteadyState(
      range: range, isObserved: activation.outputRange == nil,
      restingShare: share(activation.value(at: 0)),
      meanShare: SampleMoments(valueSums.map { share($0 / Double(width)) })!.estimate,
      meanInputShare: unmasked.reduce(0) { $0 + share($1) } / Double(width),
      meanInputZeroFraction: Estimate(
        CountedRate(count: unmasked.count { $0 == 0 }, sampleCount: width)))
  }
}
