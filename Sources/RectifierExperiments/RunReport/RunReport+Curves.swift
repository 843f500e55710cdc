// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierPlots
import RectifierTraining

extension RunReport {
  /// How training went: loss, scores, zeros and dead units by epoch.
  var curveSection: HTMLPage.Section {
    let metrics = contents.metrics
    guard !metrics.rows.isEmpty else {
      return HTMLPage.Section(
        "curves", title: "Training",
        [.paragraph("The run folder holds no metrics.csv with an epoch in it.", class: "note")])
    }
    let scores = Measure.allCases.filter { metrics.columns.contains($0.validationKey) }
    let charts =
      [lossChart, errorChart].compactMap { $0 } + scores.map(chart) + layerCharts
      + (metrics.columns.contains("activationL1") ? [penaltyChart] : [])
    let count = metrics.rows.count
    let kept = model.facts.epoch
    return HTMLPage.Section(
      "curves", title: "Training",
      [
        .paragraph(
          "\(count) \(count == 1 ? "epoch" : "epochs"); the model is that after epoch \(kept), the"
            + " best on the validation part. Losses and errors of training are means over the steps"
            + " of an epoch, while the network changes; the others are measured at its end."),
        .beside(charts.map { $0.figure() }),
      ])
  }

  private var lossChart: LineChart {
    chart(
      "Loss", yAxis: Axis("loss", range: 0...0),
      [series("training", "trainingLoss"), series("validation", "validationLoss")])
  }

  /// Nil without classes.
  private var errorChart: LineChart? {
    let all = [
      series("training", "trainingErrorRate", scale: 100),
      series("validation", "validationErrorRate", scale: 100),
    ].filter { !$0.points.isEmpty }
    return all.isEmpty ? nil : chart("Error", yAxis: Axis("error, %", range: 0...0), all)
  }

  private func chart(_ measure: Measure) -> LineChart {
    chart(
      measure.title, yAxis: Axis(measure.title),
      [series("validation", measure.validationKey)])
  }

  private var layerCharts: [LineChart] {
    let layers = model.network.architecture.hiddenWidths.indices
    if layers.isEmpty { return [] }
    let zeros = layers.map { series(layerName($0), "\(layerName($0)).zeroFraction", scale: 100) }
    let dead = layers.map { series(layerName($0), "\(layerName($0)).deadUnitCount") }
    let charts = [
      chart("Zeros a layer, validation part", yAxis: Axis("zeros, %", range: 0...100), zeros)
    ]
    guard dead.contains(where: { $0.points.contains { $0.y > 0 } }) else { return charts }
    return charts + [
      chart("Dead units a layer", yAxis: Axis("dead units", range: 0...1, isOfCounts: true), dead)
    ]
  }

  private var penaltyChart: LineChart {
    chart(
      "Adapted L1 coefficient", yAxis: Axis("coefficient", scale: .logarithmic),
      [series("activation L1", "activationL1")])
  }

  private func chart(
    _ title: String, yAxis: Axis, _ series: [LineChart.Series]
  ) -> LineChart {
    LineChart(title: title, xAxis: Axis("epoch", isOfCounts: true), yAxis: yAxis, series: series)
  }

  /// As many epochs have a marker each.
  private static let markedEpochLimit = 40

  /// A column against the epochs; empty cells are left out.
  private func series(_ name: String, _ column: String, scale: Double = 1) -> LineChart.Series {
    let values = contents.metrics.values(of: column)
    let points = values.enumerated().compactMap { index, value in
      value.map { LineChart.Point(x: Double(index + 1), y: scale * $0) }
    }
    return LineChart.Series(
      name, style: values.count > Self.markedEpochLimit ? .line : .curve, points: points)
  }
}
