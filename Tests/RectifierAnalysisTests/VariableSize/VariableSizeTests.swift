// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining
import Testing

@testable import RectifierAnalysis

@Suite struct VariableSizeTests {
  @Test(arguments: AnalysisCase.activations)
  func everythingIsSciPys(activation: String) throws {
    let size = try VariableSize.measure(AnalysisCase.model(activation), on: AnalysisCase.data())
    #expect(size.sampleCount == 40 && size.layers.count == 2)
    for (layer, golden) in zip(size.layers, goldenAnalysis[activation]!) {
      #expect(layer.mean.isNear(golden["activeUnitCount"]!))
      #expect([layer.deviation!].isNear(golden["deviation"]!))
      #expect(layer.quantiles.isNear(golden["quantiles"]!))
      #expect(layer.meanByClass.map { $0!.value }.isNear(golden["meanByClass"]!))
      for (found, key) in [
        (layer.marginCorrelation, "marginCorrelation"), (layer.inkCorrelation, "inkCorrelation"),
      ] {
        let expected = golden[key]!
        if expected.isEmpty {
          #expect(found == nil)
        } else {
          #expect(try #require(found).isNear(expected), "\(key)")
        }
      }
    }
  }

  /// Unit k fires where x > k: the brighter, the more units.
  @Test func moreInkMoreUnits() throws {
    let model = try AnalysisCase.model(
      hidden: [[1], [1], [1]], output: [[1, 1, 1], [0, 0, 0]], hiddenBiases: [0, -1, -2])
    let data = try Dataset(
      name: "four", features: .floats(Matrix(rows: [[0], [0.5], [1.5], [2.5]])),
      targets: .classes([1, 0, 0, 0]), labels: ["0", "1"])
    let layer = try VariableSize.measure(model, on: data).layers[0]
    #expect(layer.inkCorrelation == Estimate(1) && layer.marginCorrelation == Estimate(1))
    #expect(layer.mean.value == 1.5 && layer.meanByClass.map { $0?.value } == [2, 0])
  }

  @Test func inkIsTheSameInEveryFormOfFeatures() throws {
    let bytes = try Dataset(
      name: "bytes",
      features: .bytes(
        ByteRows(bytes: [0, 51, 255, 0, 0, 102], rowCount: 2, columnCount: 3, divisor: 51)),
      targets: .none)
    let rows = Matrix(rows: [[0, 1, 5], [0, 0, 2]])
    let sparse = try Dataset(
      name: "sparse", features: .sparse(SparseMatrix(rows)), targets: .none)
    let floats = try Dataset(name: "floats", features: .floats(rows), targets: .none)
    for data in [bytes, sparse, floats] { #expect(data.featureSums == [6, 2]) }
  }

  @Test func headsWithoutClassesHaveNoMargin() throws {
    let architecture = try Architecture(
      inputCount: 6, hiddenWidths: [4], head: .identity(outputCount: 3))
    let model = AnalysisCase.model(Network(architecture, seed: Seed(2)), labels: [])
    let layer = try VariableSize.measure(model, on: AnalysisCase.data()).layers[0]
    #expect(layer.marginCorrelation == nil && layer.inkCorrelation != nil)
    #expect(layer.meanByClass.isEmpty)
  }
}
