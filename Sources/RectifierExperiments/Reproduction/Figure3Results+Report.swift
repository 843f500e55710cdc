// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension Figure3Results {
  /// The networks beside the paper's, and what they say of its claims.
  ///
  /// - Parameter result: What these results were made of.
  func section(_ evidence: ReportEvidence, of result: SweepResult) -> ReportSection {
    var section = ReportSection(
      title: "Figure 3: test error against zeros",
      source:
        "The paper's figure 3 (section 4.1) has 200 rectifier networks on MNIST that differ in"
        + " their L1 penalty, without pre-training. Its numbers are those of the 170 that can be told"
        + " apart in the drawing (± 0.05 points of zeros, ± 0.005 points of error), and of the curve"
        + " drawn through them.",
      rows: ranges(evidence) + fit(evidence) + comparisons.map { row(of: $0, evidence) }
        + penalty(result),
      notes: findings, warnings: networks.isEmpty ? [] : warnings, evidence: evidence)
    section.tables = [binTable]
    section.notes += Self.remarks
    if !networks.isEmpty {
      section.figures = [
        Reproduction.figure3.figure(svg, "Test error against zeros: the paper's networks and ours")
      ]
    }
    return section
  }

  private static let remarks = [
    "The intervals are of means over networks, which differ in their seeds. All are measured on the"
      + " same 10,000 test images: how those were drawn, ± 0.23 points at 1.4 %, is common to all and"
      + " comes on top.",
    "Dead units, active for no test image, are counted apart: their zeros are no sparse code. The"
      + " paper counts none.",
  ]

  private func ranges(_ evidence: ReportEvidence) -> [ReportSection.Row] {
    let dead = networks.map(\.deadUnitCount).max().map { most in
      (count: networks.count { $0.deadUnitCount > 0 }, most: most)
    }
    return [
      ReportSection.Row(
        "networks", published: "\(Self.publishedCount)", place: "figure 3, caption",
        ours: networks.isEmpty
          ? nil : "\(networks.count)" + (divergedCount > 0 ? ", \(divergedCount) diverged" : ""),
        evidence: evidence),
      ReportSection.Row(
        "zeros, least … most", published: Self.published.span(\.zeroFraction, decimals: 1) ?? "–",
        place: "figure 3", ours: networks.span(\.zeroFraction, decimals: 1), evidence: evidence),
      ReportSection.Row(
        "test error, least … most",
        published: Self.published.span(\.testErrorRate, decimals: 2) ?? "–",
        place: "figure 3", ours: networks.span(\.testErrorRate, decimals: 2), evidence: evidence),
      ReportSection.Row(
        "lowest test error", published: Self.published.best ?? "–", place: "figure 3",
        ours: networks.best, evidence: evidence),
      ReportSection.Row(
        "networks with dead units", published: "not counted", place: "–",
        ours: dead.map { "\($0.count), at most \($0.most) units in one" }, evidence: evidence),
    ]
  }

  private func fit(_ evidence: ReportEvidence) -> [ReportSection.Row] {
    let fit = withinPublished.fit
    let minimum = fit?.minimum
    let reason = fit != nil && minimum == nil ? "the curve opens downwards" : nil
    let paper = Self.publishedMinimum
    return [
      ReportSection.Row(
        "curve of second degree, error and zeros s in %, as far as the paper's zeros go",
        published: Self.polynomial(Self.publishedFit), place: "figure 3, curve",
        ours: fit.map { Self.polynomial($0.expanded) }, evidence: evidence),
      ReportSection.Row(
        "lowest error of the curve",
        published: "\(NumberText.fixed(paper.error, decimals: 3)) %", place: "figure 3, curve",
        ours: minimum.map { "\(NumberText.fixed($0.y.value, decimals: 3)) %" },
        interval: minimum.map { Self.range($0.y.interval95, decimals: 3) }, reason: reason,
        evidence: evidence),
      ReportSection.Row(
        "zeros at the lowest error of the curve",
        published: "\(NumberText.fixed(paper.zeros, decimals: 1)) %", place: "figure 3, curve",
        ours: minimum.map { "\(NumberText.fixed($0.x.value, decimals: 1)) %" },
        interval: minimum.map { Self.range($0.x.interval95, decimals: 1) }, reason: reason,
        evidence: evidence),
    ]
  }

  private func row(
    of comparison: Comparison, _ evidence: ReportEvidence
  ) -> ReportSection.Row {
    let isFlat = comparison.zeros.upperBound <= 85
    return ReportSection.Row(
      "error with \(NumberText.percentRange(comparison.zeros)) zeros less that with"
        + " \(NumberText.percentRange(comparison.reference))",
      published: comparison.published?.points ?? "–",
      place: isFlat ? "figure 3; section 4.1: alike from 70 to almost 85 %" : "figure 3",
      ours: comparison.ours?.pointDifference,
      interval: comparison.ours?.pointInterval, reason: comparison.reason, evidence: evidence)
  }

  private func penalty(_ result: SweepResult) -> [ReportSection.Row] {
    let found = withoutPenalty
    let plain = zip(result.trials, result.records).filter {
      $0.0.configuration.activationL1 == [0]
    }
    let evidence = ReportEvidence(Reproduction.figure3.command, records: plain.map(\.1))
    let all = ReportEvidence(Reproduction.figure3.command, records: result.records)
    let best = found?.bestZeros.map { " with \(NumberText.percentRange($0)) zeros" } ?? ""
    return [
      ReportSection.Row(
        "error without penalty", published: "not given apart", place: "–",
        ours: found?.errors.text, interval: found?.errors.percentageInterval, evidence: evidence),
      ReportSection.Row(
        "error without penalty less that of the best penalised five points" + best,
        published: "not given apart", place: "–",
        ours: found?.gain?.pointDifference,
        interval: found?.gain?.pointInterval, reason: found?.reason ?? "too few networks",
        evidence: all),
    ]
  }

  /// Each five points of zeros, the paper's networks and ours.
  private var binTable: ReportSection.Table {
    ReportSection.Table(
      "Test error in five points of zeros, mean ± standard deviation:",
      heading: [
        "zeros", "paper's networks", "their error", "our networks", "their error",
        "of these with dead units", "error without those",
      ],
      rows: bins.map { bin in
        let alive = bin.networks.filter { $0.deadUnitCount == 0 }
        return [
          NumberText.percentRange(bin.lowerBound..<bin.upperBound), "\(bin.published.count)",
          bin.published.errorMoments?.text ?? "–", "\(bin.networks.count)",
          bin.networks.errorMoments?.text ?? "–", "\(bin.networks.count - alive.count)",
          alive.errorMoments?.text ?? "–",
        ]
      })
  }

  private static func polynomial(
    _ curve: (quadratic: Double, linear: Double, constant: Double)
  ) -> String {
    "\(NumberText.fixed(curve.quadratic, decimals: 5)) s²"
      + " \(curve.linear < 0 ? "−" : "+") \(NumberText.fixed(abs(curve.linear), decimals: 4)) s"
      + " \(curve.constant < 0 ? "−" : "+") \(NumberText.fixed(abs(curve.constant), decimals: 2))"
  }

  /// Of percentages.
  private static func range(_ range: ClosedRange<Double>, decimals: Int) -> String {
    NumberText.percentRange(range.lowerBound / 100...range.upperBound / 100, decimals: decimals)
  }
}

extension Figure3Results.Comparison {
  /// Why there is no difference of ours, where there is none.
  fileprivate var reason: String {
    isSufficient ? "no spread" : "too few networks: \(networkCount) against \(referenceCount)"
  }
}

extension Figure3Results.PenaltyGain {
  /// Why there is no gain, where there is none.
  fileprivate var reason: String {
    bestErrors != nil && errors.count > 1 ? "no spread" : "too few networks"
  }
}

extension [Figure3Results.Network] {
  /// The least and the largest of a fraction; nil where there is no network.
  fileprivate func span(_ value: (Element) -> Double, decimals: Int) -> String? {
    let values = map(value)
    guard let least = values.min(), let most = values.max() else { return nil }
    return NumberText.percentRange(least...most, decimals: decimals)
  }

  /// The lowest test error, and the zeros of the network that has it.
  fileprivate var best: String? {
    self.min { $0.testErrorRate < $1.testErrorRate }.map {
      "\(NumberText.percent($0.testErrorRate)) at \(NumberText.percent($0.zeroFraction, decimals: 1))"
        + " zeros"
    }
  }
}
