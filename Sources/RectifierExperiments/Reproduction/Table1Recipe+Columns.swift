// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData

extension Table1Recipe.Column {
  /// The paper's sizes, section 4.1; our choice of the last rows, since it does not say which.
  static let mnist = Table1Recipe.Column(
    name: "MNIST", publishedName: "MNIST", data: "mnist", validation: .count(10_000),
    hiddenWidths: [1000, 1000, 1000])

  /// Our choice: 5,000 of the images to learn from validate, and all 10,000 test images test. The
  /// paper divides the test images between the two.
  static let cifar10 = Table1Recipe.Column(
    name: "CIFAR-10", publishedName: "CIFAR10", data: "cifar10", validation: .count(5_000),
    hiddenWidths: [1000, 1000, 1000])

  /// In the place of NISTP, which cannot be had. Our choice: 2 million images, each seen once, where
  /// the paper has 82 million; layers are pre-trained on the first 100,000.
  static let glyphs = Table1Recipe.Column(
    name: "glyphs", publishedName: "NISTP", data: "glyphs?samples=2000000", validation: nil,
    hiddenWidths: [1000, 1000, 1000], pretrainingData: "glyphs?samples=100000",
    epochSampleCount: 100_000, isStreamed: true)

  /// The paper's, section 4.1: the last 58,428 rows validate. Our choice: a linear decoder with
  /// squared error for the inputs, which go below 0, where no softplus or logistic one reaches.
  static let norb = Table1Recipe.Column(
    name: "NORB", publishedName: "NORB", data: "norb-cluttered", validation: .count(58_428),
    hiddenWidths: [4000, 2000], inputReconstruction: .linear)

  /// Some drawn digits instead, others for each data set, and networks that are trained in no time.
  mutating func shrink(_ number: Int) {
    data = "glyphs:digits?samples=\(300 + 20 * number)"
    validation = nil
    hiddenWidths = hiddenWidths.map { _ in 16 }
    pretrainingData = pretrainingData.map { _ in "glyphs:digits?samples=200" }
    epochSampleCount = epochSampleCount.map { _ in 150 }
  }
}
