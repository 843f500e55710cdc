// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierAnalysis
import RectifierPlots

extension AdvantagesResults {
  /// Whether gradients come through deep networks of rectifiers.
  var gradientFlow: Claim {
    let depth = recipe.depths.depths.max() ?? 0
    var claim = Claim(
      title: "Gradient flow",
      statement: "Gradients flow well along the active paths, for they do not vanish in saturating"
        + " units (section 3.1). The norm of the gradient by the pre-activations of the first hidden"
        + " layer, divided by that of the last one, in networks of 1 to \(depth) hidden layers."
        + " Supported if, at \(depth) layers, rectifiers under Glorot's rule lose less than both tanh"
        + " and logistic units, before training and after it; mixed if they lose less than one of"
        + " them, or only once, or only under He's rule; else not supported.",
      verdict: .open, reasons: [], evidence: ReportEvidence(depths))
    claim.tables = [depthTable]
    if depths.contains(where: { !$0.done.isEmpty }) {
      claim.figures = [
        ReportSection.Figure(
          fileName: "advantages-gradients.svg",
          caption: "The gradient that reaches the first layer, against depth",
          svg: ChartGrid(
            title: "Gradient at the first hidden layer, of that at the last",
            rows: [[gradientChart(.first), gradientChart(.last)]]
          ).svg(chartWidth: 420, chartHeight: 340))
      ]
    }
    guard depths.allSatisfy({ !$0.isOpen }) else { return claim }
    let plain = wins(AdvantagesKind(.rectifier), depth: depth)
    let he = wins(AdvantagesKind(.rectifier, initializer: .heNormal), depth: depth)
    claim.verdict =
      plain.count == plain.possible
      ? .supported : plain.count + he.count > 0 ? .mixed : .notSupported
    claim.reasons = [
      "At \(depth) layers rectifiers lose less than tanh and logistic units in \(plain.count) of"
        + " \(plain.possible) comparisons under Glorot's rule, in \(he.count) of \(he.possible) under"
        + " He's: tanh and logistic, before and after training.",
      "Before training the first layer gets, of the last one's gradient, "
        + depths.filter { $0.key.depth == depth }.map { group in
          "\(group.key.kind.name) \(Self.powerText(group.moments { $0.fade(.first) }))"
        }.joined(separator: "; ") + ".",
    ]
    return claim
  }

  /// How often a kind loses less than saturating units do, beyond chance, of how many comparisons.
  private func wins(_ kind: AdvantagesKind, depth: Int) -> (count: Int, possible: Int) {
    func moments(_ kind: AdvantagesKind, _ epoch: ObservedEpoch) -> SampleMoments? {
      depths.first { $0.key == AdvantagesRecipe.DepthKey(kind: kind, depth: depth) }?
        .moments { $0.fade(epoch) }
    }
    let others = recipe.depths.kinds.filter { !$0.isRectifier }
    let pairs = others.flatMap { other in [ObservedEpoch.first, .last].map { (other, $0) } }
    let count = pairs.count { other, epoch in
      let difference = WelchDifference(moments(kind, epoch), less: moments(other, epoch))
      return (difference?.interval95.lowerBound ?? 0) > 0
    }
    return (count, pairs.count)
  }

  private var depthTable: ReportSection.Table {
    ReportSection.Table(
      "The first hidden layer's gradient, of the last one's, means over seeds of its logarithm; open"
        + " paths are those all of whose units have a slope above 0.01, after training:",
      heading: ["kind", "layers", "before", "after", "open paths", "test error"],
      rows: depths.map { group in
        [
          group.key.kind.name, "\(group.key.depth)",
          Self.powerText(group.moments { $0.fade(.first) }),
          Self.powerText(group.moments { $0.fade(.last) }),
          group.moments { $0.observedEpoch(.last, "openPathFraction").first ?? nil }
            .map { NumberText.rounded(Float($0.mean)) } ?? "–",
          group.moments { $0.results?.testErrorRate }?.text ?? "–",
        ]
      })
  }

  private func gradientChart(_ epoch: ObservedEpoch) -> LineChart {
    LineChart(
      title: epoch == .first ? "before training" : "after training",
      xAxis: Axis(
        "hidden layers", marks: recipe.depths.depths.map { Axis.Mark(Double($0), "\($0)") }),
      yAxis: Axis("first layer / last layer, power of ten"),
      series: recipe.depths.kinds.map { kind in
        LineChart.Series(
          kind.name,
          points: depths.filter { $0.key.kind == kind }.compactMap { group in
            group.moments { $0.fade(epoch) }.map { moments in
              LineChart.Point(
                x: Double(group.key.depth), y: moments.mean,
                yRange: moments.standardDeviation.map { moments.mean - $0...moments.mean + $0 })
            }
          })
      })
  }

  /// A mean power of ten as a number: `0.0012`.
  static func powerText(_ moments: SampleMoments?) -> String {
    moments.map { NumberText.rounded(Float(pow(10, $0.mean))) } ?? "–"
  }
}

extension TrialRecord {
  /// log₁₀ of the gradient's norm at the first hidden layer divided by that at the last; where none
  /// arrives, that of the least normal number.
  func fade(_ epoch: ObservedEpoch) -> Double? {
    let norms = observedEpoch(epoch, "gradientNorm").compactMap { $0 }
    guard let first = norms.first, let last = norms.last, last > 0 else { return nil }
    return log10(max(first / last, Double(Float.leastNormalMagnitude)))
  }
}
