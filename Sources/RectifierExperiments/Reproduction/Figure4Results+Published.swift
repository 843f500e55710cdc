// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierTraining

extension Figure4Results {
  /// The paper's figure 4, on NORB, digitised from the bitmap in the paper: ± 0.1 points of error.
  ///
  /// Its numbers of labels are where its marks stand, in percent of the training part. Its error bars
  /// are those of a test part of 58,320, as ours are of theirs.
  package static let published = Panel(
    dataName: "NORB", data: "norb-cluttered", rowCount: 233_172, labelCounts: publishedLabelCounts,
    curves: [
      publishedCurve(.tanh, isPretrained: false, [44.4, 25.7, 22.3, 20.5, 19.3]),
      publishedCurve(.tanh, isPretrained: true, [41.5, 24.4, 21.1, 19.5, 17.7]),
      publishedCurve(.rectifier, isPretrained: false, [44.8, 25.2, 20.9, 18.5, 16.4]),
      publishedCurve(.rectifier, isPretrained: true, [38.1, 23.8, 20.1, 18.0, 16.5]),
    ])

  private static let publishedLabelCounts = [10_000, 50_000, 100_000, 150_000, 233_172]
  private static let publishedTestCount = 58_320

  private static func publishedCurve(
    _ activation: Activation, isPretrained: Bool, _ percentages: [Double]
  ) -> Curve {
    Curve(
      activation: activation, isPretrained: isPretrained,
      points: zip(publishedLabelCounts, percentages).map { labelCount, percentage in
        let count = Int((percentage / 100 * Double(publishedTestCount)).rounded())
        return Point(
          labelCount: labelCount,
          errors: CountedRate(count: count, sampleCount: publishedTestCount), learningRate: nil,
          zeroFraction: nil)
      })
  }
}
