// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierTraining

extension AdvantagesResults {
  /// Networks of one kind over all rates.
  struct Divergence {
    let kind: AdvantagesKind
    /// Those that diverged, of those that are done; nil where none is.
    let rate: CountedRate?
  }

  /// Whether unbounded activations grow without measure, and whether a penalty holds them.
  var boundedness: Claim {
    var claim = Claim(
      title: "Boundedness",
      statement:
        "Unbounded activations may run into numerical problems, which an L1 penalty on them"
        + " may prevent (section 3.1). Rectifier networks with and without the penalty and tanh"
        + " networks at rates up to those at which training diverges. Supported if fewer networks"
        + " diverge with the penalty (a test of two proportions at 5 %); mixed if only their largest"
        + " activations are smaller, at the largest rate at which none of them diverges; else not"
        + " supported.",
      verdict: .open, reasons: [], evidence: ReportEvidence(rates))
    claim.tables = [rateTable]
    guard rates.allSatisfy({ !$0.isOpen }) else { return claim }
    let rectifiers = divergences.filter(\.kind.isRectifier)
    guard let plain = rectifiers.first(where: { $0.kind.activationL1 == 0 })?.rate,
      let penalised = rectifiers.first(where: { $0.kind.activationL1 > 0 })?.rate
    else { return claim }
    let isRarer = penalised.fraction < plain.fraction && penalised.differs(from: plain)
    let growth = growthWithoutPenalty
    let isSmaller = (growth?.difference.interval95.lowerBound ?? 0) > 0
    claim.verdict = isRarer ? .supported : isSmaller ? .mixed : .notSupported
    claim.reasons = [
      "Of \(plain.sampleCount) rectifier networks over all rates \(plain.count) diverged without a"
        + " penalty, \(penalised.count) of \(penalised.sampleCount) with it."
    ]
    claim.reasons += divergences.filter { !$0.kind.isRectifier }.compactMap { other in
      other.rate.map { "Of \($0.sampleCount) \(other.kind.name) networks \($0.count) diverged." }
    }
    if let growth { claim.reasons.append(growth.text) }
    return claim
  }

  var divergences: [Divergence] {
    recipe.rates.kinds.map { kind in
      let done = rates.filter { $0.key.kind == kind }.flatMap(\.done)
      return Divergence(
        kind: kind,
        rate: done.isEmpty
          ? nil
          : CountedRate(
            count: done.count { $0.divergence != nil }, sampleCount: done.count))
    }
  }

  private var rateTable: ReportSection.Table {
    ReportSection.Table(
      "After the last epoch, means over the networks that did not diverge; errors ± standard"
        + " deviation:",
      heading: [
        "kind", "rate", "diverged", "test error", "largest activation", "activation norm",
        "weight norm",
      ],
      rows: rates.map { group in
        [
          group.key.kind.name, NumberText.shortest(group.key.learningRate),
          "\(group.done.count { $0.divergence != nil }) of \(group.done.count)",
          group.moments { $0.results?.testErrorRate }?.text ?? "–",
          Self.text(group.moments(\.largestActivation)),
          Self.text(group.moments(\.activationNorm)), Self.text(group.moments(\.weightNorm)),
        ]
      })
  }

  private static func text(_ moments: SampleMoments?) -> String {
    moments.map { NumberText.rounded(Float($0.mean)) } ?? "–"
  }

  /// By how much largest activations are larger without the penalty, at the largest rate at which no
  /// rectifier network diverges; nil without one.
  private var growthWithoutPenalty: (difference: WelchDifference, text: String)? {
    for rate in recipe.rates.learningRates.reversed() {
      let groups = rates.filter { $0.key.learningRate == rate && $0.key.kind.isRectifier }
      guard groups.allSatisfy({ $0.finished.count == $0.records.count }) else { continue }
      let plain = groups.first { $0.key.kind.activationL1 == 0 }?.moments(\.largestActivation)
      let penalised = groups.first { $0.key.kind.activationL1 > 0 }?.moments(\.largestActivation)
      guard let plain, let penalised,
        let difference = WelchDifference(plain, less: penalised)
      else { return nil }
      return (
        difference,
        "At a rate of \(NumberText.shortest(rate)), the largest at which no rectifier network"
          + " diverges, the largest activation is \(Self.text(plain)) without the penalty and"
          + " \(Self.text(penalised)) with it."
      )
    }
    return nil
  }
}

extension TrialRecord {
  /// The largest activation of a hidden layer after the last epoch, on what was looked at.
  fileprivate var largestActivation: Double? {
    observedEpoch(.last, "largestActivation").compactMap { $0 }.max()
  }

  /// The largest mean norm of a hidden layer's activations.
  fileprivate var activationNorm: Double? {
    observedEpoch(.last, "activationNorm").compactMap { $0 }.max()
  }

  /// The largest norm of a layer's weights.
  fileprivate var weightNorm: Double? {
    observedEpoch(.last, "weightNorm").compactMap { $0 }.max()
  }
}
