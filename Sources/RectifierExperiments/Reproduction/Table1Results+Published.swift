// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks

extension Table1Results {
  /// The paper's table 1, test errors as fractions; nil for a network or data set that is not in it.
  package static func published(
    _ activation: Activation, isPretrained: Bool, on data: String
  ) -> Double? {
    guard let column = publishedNames.firstIndex(of: data) else { return nil }
    let rows = isPretrained ? publishedPretrained : publishedPlain
    return rows.first { $0.activation == activation }.map { $0.percentages[column] / 100 }
  }

  /// Exact zeros of the paper's rectifier networks, the mean of their hidden layers (section 4.1),
  /// 0…1. Whether with or without pre-training it does not say.
  package static func publishedZeroFraction(on data: String) -> Double? {
    publishedNames.firstIndex(of: data).map { [83.4, 72.0, 68.0, 73.8][$0] / 100 }
  }

  private typealias Row = (activation: Activation, percentages: [Double])

  private static let publishedNames = ["MNIST", "CIFAR10", "NISTP", "NORB"]

  private static let publishedPretrained: [Row] = [
    (.rectifier, [1.20, 49.96, 32.86, 16.46]),
    (.tanh, [1.16, 50.79, 35.89, 17.66]),
    (.softplus(sharpness: 1), [1.17, 49.52, 33.27, 19.19]),
  ]

  private static let publishedPlain: [Row] = [
    (.rectifier, [1.43, 50.86, 32.64, 16.40]),
    (.tanh, [1.57, 52.62, 36.46, 19.29]),
    (.softplus(sharpness: 1), [1.77, 53.20, 35.48, 17.68]),
  ]
}
