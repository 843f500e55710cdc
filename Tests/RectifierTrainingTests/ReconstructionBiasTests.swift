// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierData
import RectifierNumerics
import RectifierTraining
import Testing

@Suite struct ReconstructionBiasTests {
  /// The link of a decoder, in Double.
  private func output(_ reconstruction: Reconstruction, at bias: Double) -> Double {
    switch reconstruction {
    case .softplus: log1p(exp(bias))
    case .logistic: 1 / (1 + exp(-bias))
    case .linear, .linearPreActivation: bias
    case .rectifier: max(0, bias)
    }
  }

  @Test(arguments: Reconstruction.allCases, [1e-6, 9e-4, 1e-3, 0.006, 0.5, 0.999] as [Float])
  func theLinkGivesTheMeanBack(reconstruction: Reconstruction, mean: Float) {
    let bias = reconstruction.bias(ofMean: mean)
    let found = output(reconstruction, at: Double(bias))
    #expect(abs(found / Double(mean) - 1) < 1e-4, "\(bias)")
  }

  @Test func largeMeansOfSoftplusAreTheirOwnBiases() {
    #expect(Reconstruction.softplus.bias(ofMean: 100) == 100)
    #expect(abs(Reconstruction.softplus.bias(ofMean: 2) - 1.8545865) < 1e-6)
  }

  /// What a decoder puts out at first, where the code is silent, is the mean of the training part:
  /// plain for the linear ones, half a row of each extreme added for the others.
  @Test(arguments: Reconstruction.allCases)
  func decodersBeginAtTheMean(reconstruction: Reconstruction) throws {
    var problem = SmallPretraining(reconstruction: reconstruction, epochCount: 1, rate: 1e-30)
    problem.decoderBiases = .mean
    let run = try problem.run()
    try run.finish()
    let found = run.autoencoders[0].network.parameters.biases(ofLayer: 1)
    let sums = try problem.data().scaledFeatures(execution: .default).columnSums
    for (bias, sum) in zip(found, sums) {
      let isSmoothed = reconstruction == .logistic || reconstruction == .softplus
      let mean = isSmoothed ? (sum + 0.5) / 41 : sum / 40
      #expect(abs(output(reconstruction, at: Double(bias)) - mean) < 1e-6)
    }
    problem.decoderBiases = .zero
    let plain = try problem.run()
    try plain.finish()
    #expect(
      plain.autoencoders[0].network.parameters.biases(ofLayer: 1).allSatisfy { abs($0) < 1e-20 })
  }

  @Test func targetsThatAreAlwaysTheSameHaveFiniteBiases() throws {
    var problem = SmallPretraining(reconstruction: .logistic, epochCount: 1)
    problem.decoderBiases = .mean
    let rows = (0..<40).map { row in (0..<12).map { $0 < 4 ? 0 : Float(($0 + row) % 2) } }
    let run = try problem.run(
      training: Dataset(name: "training", features: .floats(Matrix(rows: rows)), targets: .none))
    try run.finish()
    #expect(run.autoencoders[0].network.parameters.biases(ofLayer: 1).allSatisfy { $0.isFinite })
  }
}
