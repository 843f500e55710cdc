// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierPlots
import RectifierTraining

extension RunReport {
  /// As many classes are shown as a matrix.
  private static let matrixClassLimit = 30
  /// As many confusions are listed.
  private static let listedPairLimit = 30

  /// What was taken for what: confusions of classes, ranks of labels, numbers against numbers.
  var resultSection: HTMLPage.Section {
    let content = withData { measurements in
      switch model.task {
      case .classification, .ordinal: confusions(measurements)
      case .multiLabel: ranking(measurements)
      case .regression: [.beside([scatter(measurements).figure(height: 300)])]
      case nil: [.paragraph("The outputs are reals that stand for themselves.")]
      }
    }
    return HTMLPage.Section("results", title: resultTitle, content)
  }

  private var resultTitle: String {
    switch model.task {
    case .classification, .ordinal: "Confusions"
    case .multiLabel: "Ranks of labels"
    case .regression: "Predictions against truths"
    case nil: "Predictions"
    }
  }

  private func confusions(_ measurements: RunMeasurements) -> [HTML] {
    let (confusion, labels) = (measurements.evaluation.confusion, model.labels)
    let part = measurements.part.rawValue
    guard labels.count > Self.matrixClassLimit else {
      return [
        ConfusionHeatMap(
          "Samples of the \(part) part by true class (row) and predicted class (column)",
          labels: labels, counts: confusion
        ).html
      ]
    }
    let pairs = ConfusionPair.all(of: confusion)
    if pairs.isEmpty { return [.paragraph("No sample of the \(part) part is taken for another.")] }
    let shown = pairs.prefix(Self.listedPairLimit)
    return [
      HTMLTable(
        "The \(shown.count) most frequent of \(NumberText.grouped(pairs.count)) confusions between"
          + " \(labels.count) classes, \(part) part",
        columns: [
          HTMLTable.Column("samples", .number), HTMLTable.Column("true class"),
          HTMLTable.Column("predicted class"),
        ],
        rows: shown.map {
          [NumberText.grouped($0.count), labels[$0.truth], labels[$0.prediction]]
        }
      ).html
    ]
  }

  private func ranking(_ measurements: RunMeasurements) -> [HTML] {
    guard let ranking = measurements.evaluation.ranking else {
      return [.paragraph("No row of the \(measurements.part.rawValue) part has a label.")]
    }
    func cells(_ estimate: Estimate?) -> [String] {
      [
        estimate.map { NumberText.fixed($0.value, decimals: 4) } ?? "–",
        estimate?.interval95.map { Measure.precisionAt1.text($0) } ?? "–",
      ]
    }
    return [
      HTMLTable(
        "True labels among the k most probable ones of each row, \(measurements.part.rawValue) part",
        columns: ["k", "P@k", "95 % interval", "R@k", "95 % interval"].map {
          HTMLTable.Column($0, .number)
        },
        rows: ranking.hitCounts.indices.map { index in
          ["\(index + 1)"] + cells(ranking.precision(at: index + 1))
            + cells(ranking.recall(at: index + 1))
        }
      ).html
    ]
  }

  /// Points beside the line on which they would all lie.
  private func scatter(_ measurements: RunMeasurements) -> LineChart {
    let points = measurements.points.map { LineChart.Point(x: $0.truth, y: $0.prediction) }
    let truths = points.map(\.x)
    let ends = [truths.min(), truths.max()].compactMap { $0 }
    let count = NumberText.grouped(points.count)
    return LineChart(
      title: "\(count) rows of the \(measurements.part.rawValue) part",
      xAxis: Axis("truth"), yAxis: Axis("prediction"),
      series: [
        LineChart.Series("rows", style: .points, points: points),
        LineChart.Series(
          "prediction = truth", style: .line, points: ends.map { LineChart.Point(x: $0, y: $0) }),
      ])
  }
}
