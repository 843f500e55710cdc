// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis

/// What the records of figure 3's networks say, beside the paper's.
package struct Figure3Results: Equatable, Sendable {
  /// A network, a point of the figure.
  package struct Network: Equatable, Sendable {
    /// The mean over all hidden units and test samples, 0…1.
    package var zeroFraction: Double
    /// 0…1.
    package var testErrorRate: Double
    /// Units of all layers that no test sample activates.
    package var deadUnitCount: Int
    /// λ, the coefficient of its L1 penalty; nil where nothing is known of it.
    package var activationL1: Float? = nil
  }

  /// Networks whose zeros lie in the same five points.
  package struct Bin: Equatable, Sendable {
    /// In percent, from 0; the upper end belongs to the next bin.
    package var lowerBound: Int
    package var networks: [Network]
    package var published: [Network]

    /// The upper end, in percent.
    package var upperBound: Int { lowerBound + Figure3Results.binWidth }
  }

  /// What the networks learned from.
  package let dataName: String
  package let trialCount: Int
  package let networks: [Network]
  /// Networks that diverged, and so have no place in the figure.
  package let divergedCount: Int

  /// Points of zeros that a bin is wide.
  static let binWidth = 5

  package init(dataName: String, trialCount: Int, networks: [Network], divergedCount: Int) {
    self.dataName = dataName
    self.trialCount = trialCount
    self.networks = networks
    self.divergedCount = divergedCount
  }

  /// The figure of a sweep's records.
  package init(_ result: SweepResult) {
    let records = result.records.compactMap { $0 }
    self.init(
      dataName: result.trials.first?.configuration.data ?? "", trialCount: result.trials.count,
      networks: records.compactMap { record in
        guard let zeroFraction = record.zeroFraction, let dead = record.deadUnitCount,
          let error = record.results?.testErrorRate
        else { return nil }
        return Network(
          zeroFraction: zeroFraction, testErrorRate: error, deadUnitCount: dead,
          activationL1: record.trial.configuration.activationL1.first)
      },
      divergedCount: records.count { $0.divergence != nil })
  }

  /// From the fewest zeros on; bins without any network are left out.
  package var bins: [Bin] {
    Self.binRanges(in: 0..<100).compactMap { zeros in
      let bin = Bin(
        lowerBound: zeros.lowerBound, networks: networks.with(zeros: zeros),
        published: Self.published.with(zeros: zeros))
      return bin.networks.isEmpty && bin.published.isEmpty ? nil : bin
    }
  }

  /// The bins between two of their bounds, in percent.
  static func binRanges(in zeros: Range<Int>) -> [Range<Int>] {
    stride(from: zeros.lowerBound, to: zeros.upperBound, by: binWidth).map { $0..<$0 + binWidth }
  }
}

extension Figure3Results.Network {
  /// The lower end of its bin, in percent; all zeros belong to the last.
  fileprivate var bin: Int {
    let width = Figure3Results.binWidth
    return min(Int(zeroFraction * 100) / width * width, 100 - width)
  }
}

extension [Figure3Results.Network] {
  /// Those of the bins in a range whose ends are bounds of bins, in percent.
  func with(zeros: Range<Int>) -> Self { filter { zeros.contains($0.bin) } }

  /// Of their test errors, 0…1; nil where there is no network.
  package var errorMoments: SampleMoments? { SampleMoments(map(\.testErrorRate)) }
}
