// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierAnalysis
import RectifierPlots

extension AdvantagesResults {
  /// What zeros cost in test error at one width.
  struct ZeroCost {
    let width: Int
    /// The mean test error with the target less that without, 0…1.
    let difference: WelchDifference
  }

  /// Whether many zeros take capacity away, and whether width gives it back.
  var capacity: Claim {
    var claim = Claim(
      title: "Capacity",
      statement: "Too much sparsity may hurt for an equal number of units, because it reduces the"
        + " effective capacity of the model (section 2.2). Rectifier networks of three layers with"
        + " a target of \(targetText) zeros, held by control, beside those with the zeros that come"
        + " by themselves. Supported if zeros cost test error at the smallest width and no longer"
        + " at the largest; mixed if they cost it at both; not supported if they do not at the"
        + " smallest.",
      verdict: .open, reasons: [], evidence: ReportEvidence(widths))
    claim.tables = [widthTable]
    if widths.contains(where: { !$0.finished.isEmpty }) {
      claim.figures = [
        ReportSection.Figure(
          fileName: "advantages-capacity.svg", caption: "Test and training error against width",
          svg: widthChart.svg(width: 560, height: 360))
      ]
    }
    guard !claim.evidence.isOpen, widths.allSatisfy({ !$0.isOpen }), let first = zeroCosts.first,
      let last = zeroCosts.last
    else { return claim }
    claim.verdict =
      first.difference.interval95.lowerBound <= 0
      ? .notSupported : last.difference.interval95.lowerBound > 0 ? .mixed : .supported
    claim.reasons = [
      "\(targetText) zeros cost \(first.difference.points) of test error at \(first.width) units a"
        + " layer, and \(last.difference.points) at \(last.width)."
    ]
    return claim
  }

  private var targetText: String {
    recipe.widths.targets.compactMap { $0 }.map { NumberText.percent(Double($0), decimals: 0) }
      .joined(separator: ", ")
  }

  /// From the smallest width on, where both have some spread.
  var zeroCosts: [ZeroCost] {
    recipe.widths.widths.compactMap { width in
      let pair = widths.filter { $0.key.width == width }
      return WelchDifference(
        pair.first { $0.key.target != nil }?.moments { $0.results?.testErrorRate },
        less: pair.first { $0.key.target == nil }?.moments { $0.results?.testErrorRate }
      ).map { ZeroCost(width: width, difference: $0) }
    }
  }

  private var widthTable: ReportSection.Table {
    ReportSection.Table(
      "Errors, mean ± standard deviation over seeds:",
      heading: ["units a layer", "target", "zeros", "training error", "test error", "networks"],
      rows: widths.map { group in
        [
          "\(group.key.width)",
          group.key.target.map { NumberText.percent(Double($0), decimals: 0) } ?? "none",
          group.moments(\.zeroFraction).map { NumberText.percent($0.mean, decimals: 1) } ?? "–",
          group.moments(\.trainingErrorRate)?.text ?? "–",
          group.moments { $0.results?.testErrorRate }?.text ?? "–",
          "\(group.done.count) of \(group.records.count)",
        ]
      })
  }

  private var widthChart: LineChart {
    let series = recipe.widths.targets.flatMap { target in
      let groups = widths.filter { $0.key.target == target }
      let zeros = target.map { NumberText.percent(Double($0), decimals: 0) + " zeros" }
      let name = zeros ?? "zeros by themselves"
      return [
        LineChart.Series(
          "\(name), test",
          points: groups.compactMap { $0.point { $0.results?.testErrorRate } }),
        LineChart.Series(
          "\(name), training", points: groups.compactMap { $0.point(\.trainingErrorRate) }),
      ]
    }
    return LineChart(
      title: "Error against width, with and without many zeros",
      xAxis: Axis(
        "units a layer", scale: .logarithmic,
        marks: recipe.widths.widths.map { Axis.Mark(Double($0), "\($0)") }),
      yAxis: Axis("error, %"), series: series)
  }
}

extension AdvantagesResults.Group<AdvantagesRecipe.WidthKey> {
  /// The mean in percent at the width, with the spread over seeds.
  fileprivate func point(_ number: (TrialRecord) -> Double?) -> LineChart.Point? {
    moments(number).map { LineChart.Point(x: Double(key.width), percent: $0) }
  }
}

extension TrialRecord {
  /// Of the best epoch's network, 0…1; nil where it was not looked at.
  var trainingErrorRate: Double? { observed("errorRate") }
}

extension LineChart.Point {
  /// A mean of fractions in percent, with its standard deviation.
  init(x: Double, percent moments: SampleMoments) {
    self.init(
      x: x, y: 100 * moments.mean,
      yRange: moments.standardDeviation.map {
        100 * (moments.mean - $0)...100 * (moments.mean + $0)
      })
  }
}
