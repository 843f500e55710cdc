// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierExperiments

/// What `reproduce sharpness` prints.
enum SharpnessText {
  /// A table for each data set that networks learned from.
  static func lines(_ results: SharpnessResults) -> [String] {
    var lines: [String] = []
    for curve in results.curves where curve.doneCount > 0 {
      lines += table(curve) + [""]
    }
    lines.append(
      "± is the standard deviation over seeds; the paper's networks learned from"
        + " \(SharpnessResults.publishedName).")
    return lines
  }

  private static let head = [
    "α", "rate", "networks", "test error", "±", "zeros", "paper", "done",
  ]

  private static func table(_ curve: SharpnessResults.Curve) -> [String] {
    TextTable.lines([[curve.dataName] + head] + curve.points.map(row))
  }

  /// The paper's number is its last but one.
  private static func row(_ point: SharpnessResults.Point) -> [String] {
    let moments = point.errorMoments
    let published = SharpnessResults.published(point.activation)
    let diverged = point.divergedCount > 0 ? ", \(point.divergedCount) diverged" : ""
    var row = [point.sharpness == nil ? "rectifier" : "softplus"]
    row.append(point.sharpness.map(NumberText.shortest) ?? "∞")
    row.append(point.learningRate.map(NumberText.shortest) ?? "–")
    row.append("\(point.testErrorRates.count)")
    row.append(moments.map { NumberText.percent($0.mean) } ?? "–")
    row.append(moments?.standardDeviation.map { NumberText.percent($0) } ?? "–")
    row.append(point.zeroFraction.map { NumberText.percent($0, decimals: 1) } ?? "–")
    row.append(published.map { NumberText.percent($0) } ?? "–")
    row.append("\(point.doneCount) of \(point.trialCount)\(diverged)")
    return row
  }
}
