// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import RectifierNumerics
import Testing

@testable import RectifierTraining

/// What each decoder is to give back.
@Suite struct ReconstructionTargetsTests {
  private let codes = Matrix(rows: [[0, 2, -4], [1, -0.5, 0]])

  private func targets(
    _ reconstruction: Reconstruction, _ activation: Activation?, for values: Matrix
  ) throws -> [[Float]] {
    let targets = try ReconstructionTargets(
      reconstruction, activation: activation, layer: 1, training: codes)
    let found = try targets.targets(for: values, name: "data")
    return (0..<found.rowCount).map(found.row)
  }

  /// Under a sign mask, |h|.
  @Test(
    arguments: [Reconstruction.softplus, .linear, .rectifier],
    [
      Activation.rectifier, .softplus(sharpness: 2), .absoluteTanh, .leakyIntegrateAndFire,
    ])
  func magnitudes(reconstruction: Reconstruction, activation: Activation) throws {
    #expect(
      try targets(reconstruction, activation, for: codes) == [[0, 2, 4], [1, 0.5, 0]])
  }

  @Test(arguments: [Activation.rectifier, .tanh, .identity])
  func preActivationsStay(activation: Activation) throws {
    #expect(
      try targets(.linearPreActivation, activation, for: codes) == [[0, 2, -4], [1, -0.5, 0]])
  }

  @Test(arguments: [Activation.tanh, .identity])
  func signedOutputsStayForTheLinearDecoder(activation: Activation) throws {
    #expect(try targets(.linear, activation, for: codes) == [[0, 2, -4], [1, -0.5, 0]])
  }

  /// One number, the largest of the training part; what exceeds it elsewhere is 1.
  @Test func logisticTargetsAreScaledByTheLargest() throws {
    #expect(
      try targets(.logistic, .rectifier, for: codes) == [[0, 0.5, 1], [0.25, 0.125, 0]])
    #expect(
      try targets(.logistic, .rectifier, for: Matrix(rows: [[8, -1, 0]])) == [[1, 0.25, 0]])
  }

  @Test func aSilentLayerIsGivenBackAsZeros() throws {
    let zeros = Matrix(rowCount: 2, columnCount: 3)
    let targets = try ReconstructionTargets(
      .logistic, activation: .rectifier, layer: 1, training: zeros)
    #expect(try targets.targets(for: zeros, name: "data") == zeros)
  }

  @Test func tanhTargetsAreMovedIntoTheUnitInterval() throws {
    let values = Matrix(rows: [[-1, -0.5, 0, 0.25, 1]])
    #expect(try targets(.logistic, .tanh, for: values) == [[0, 0.25, 0.5, 0.625, 1]])
  }

  @Test(arguments: Reconstruction.allCases)
  func featuresStay(reconstruction: Reconstruction) throws {
    let values = Matrix(rows: [[0, 0.25, 1]])
    #expect(try targets(reconstruction, nil, for: values) == [[0, 0.25, 1]])
  }

  @Test func heads() {
    let names = Reconstruction.allCases.map { $0.head(outputCount: 5).name }
    #expect(names == ["softplus", "logistic", "identity", "identity", "rectifier"])
    #expect(
      Reconstruction.allCases.map(\.name)
        == ["softplus", "logistic", "linear", "linear-pre-activation", "rectifier"])
  }
}
