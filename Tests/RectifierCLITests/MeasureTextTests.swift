// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTraining
import Testing

@testable import RectifierCLI

@Suite struct MeasureTextTests {
  @Test func linesOfAnEvaluation() {
    let lines = MeasureText.lines([
      .subsetAccuracy: Estimate(0.5, interval95: 0.25...0.75), .macroF1: Estimate(0.125),
      .determination: Estimate(-0.25, interval95: -1...0.5),
      .rootMeanSquareError: Estimate(0.74614, interval95: 0.742...0.75019),
      .weightedErrorRate: Estimate(0.0123, interval95: 0.01...0.025),
    ])
    #expect(
      lines.joined(separator: "\n") == """
        RMSE        0.7461 (95 % interval 0.7420 … 0.7502)
        R²          -0.2500 (95 % interval -1.0000 … 0.5000)
        macro F1    0.1250
        exact match 0.5000 (95 % interval 0.2500 … 0.7500)
        weighted    1.23 % (95 % interval 1.00 … 2.50 %)
        """)
    #expect(MeasureText.lines([:]).isEmpty)
  }

  @Test(
    arguments: [
      (0.25, [:], "validation 25.00 %"), (nil, nil, "validation 0.5000"),
      (
        0.25, [.weightedErrorRate: 0.5, .rootMeanSquareError: 0.75],
        "validation 25.00 % RMSE 0.7500 weighted 50.00 %"
      ),
      (nil, [.microF1: 0.875], "validation 0.5000 micro F1 0.8750"),
    ] as [(Double?, [Measure: Double]?, String)])
  func epochsShowTheirTask(error: Double?, measures: [Measure: Double]?, text: String) {
    let report = EpochReport(
      epoch: 1, trainingLoss: 8, trainingErrorRate: error, validationLoss: 0.5,
      validationErrorRate: error, validationMeasures: measures, zeroFraction: [],
      deadUnitCount: [], isBest: true)
    #expect(MeasureText.validation(report) == text)
  }
}
