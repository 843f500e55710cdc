// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct ModelPredictionTests {
  /// Batches of 256: one row short of one, one, one more, and two with a rest.
  @Test(arguments: [1, 255, 256, 257, 523])
  func outputsAreThePredictorsRowByRow(rowCount: Int) throws {
    let run = try SmallTraining.run()
    _ = try run.epoch()
    let data = try SmallTraining.data("asked", rowCount: rowCount)
    guard case .floats(let features) = data.features else { return }
    let outputs = try run.last.outputs(for: data, execution: Execution(threadCount: 2))
    #expect(outputs.rowCount == rowCount && outputs.columnCount == 3)
    let predictor = Predictor(run.last.network, execution: Execution(threadCount: 1))
    for row in 0..<rowCount {
      let alone = predictor.predict(Matrix(rows: [features.row(row)]))
      #expect(alone.row(0) == outputs.row(row))
    }
  }

  @Test func bytesAreScaledAsInTraining() throws {
    let model = try EvaluationTests.model(head: .identity(outputCount: 2))
    let scaled = Model(
      network: model.network, preprocessing: Preprocessing(divisor: 255), imageShape: nil,
      labels: [], facts: model.facts)
    let rows = ByteRows(bytes: [51, 9, 255, 0], rowCount: 2, columnCount: 2)
    let data = try Dataset(name: "bytes", features: .bytes(rows), targets: .none)
    let outputs = try scaled.outputs(for: data)
    #expect(outputs.row(0) == [51.0 / 255, 0.5] && outputs.row(1) == [1, 0.5])
    #expect(
      throws: ModelError.preprocessingDiffers(data: "bytes", expected: 1, found: 255)
    ) { try model.outputs(for: data) }
  }

  @Test func otherFeaturesAreRefused() throws {
    let model = try SmallTraining.run().last
    let data = try Dataset(
      name: "narrow", features: .floats(EvaluationTests.features), targets: .none)
    #expect(
      throws: ModelError.featureCountDiffers(data: "narrow", expected: 6, found: 2)
    ) { try model.outputs(for: data) }
  }
}
