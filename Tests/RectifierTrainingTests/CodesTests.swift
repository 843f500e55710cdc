// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierTraining

@Suite struct CodesTests {
  @Test func theFirstLayersAreThoseOfTheNetwork() throws {
    let model = try CompactionTests.model()
    let data = try SmallTraining.data("asked", rowCount: 300)
    let codes = try Codes.encode(data, by: model)
    #expect(codes.layers.map(\.number) == [0, 1] && codes.architecture.hiddenWidths == [8, 5])
    #expect(codes.data == DataFacts(data))
    #expect(codes.layers[0].outputs == SparseMatrix(model.network.codes(of: data)))
    #expect(try Codes.encode(data, by: model, layers: [1]).layers == [codes.layers[1]])
  }

  @Test func whatIsNotZeroIsKept() throws {
    let model = try CompactionTests.model()
    let data = try SmallTraining.data("asked", rowCount: 20)
    guard case .floats(let rows) = data.features else { return }
    let oracle = DoubleNetwork(model.network)
    let outputs = try Codes.encode(data, by: model).layers[1].outputs
    for (n, row) in rows.doubleRows.enumerated() {
      let expected = oracle.trace(row).inputs[2].enumerated().filter { $0.element != 0 }
      outputs.withRow(n) { columns, values in
        #expect(columns.map(Int.init) == expected.map(\.offset))
        for (value, exact) in zip(values, expected) {
          #expect(abs(Double(value) - exact.element) < 1e-5)
        }
      }
    }
  }

  @Test func otherFeaturesAreRefused() throws {
    let data = try Dataset(
      name: "narrow", features: .floats(EvaluationTests.features), targets: .none)
    #expect(throws: ModelError.featureCountDiffers(data: "narrow", expected: 6, found: 2)) {
      try Codes.encode(data, by: CompactionTests.model())
    }
  }
}

@Suite struct CodeFormTests {
  @Test func bytesByHand() {
    func count(_ form: CodeForm) -> Int {
      form.byteCount(rowCount: 3, unitCount: 9, activeCount: 4)
    }
    #expect(count(.positions) == 64 && count(.mask) == 22 && count(.dense) == 108)
  }

  @Test(arguments: [
    (1000, 1000, 0, CodeForm.positions), (1000, 1000, 20_000, .positions),
    (1000, 1000, 50_000, .mask), (1000, 1000, 960_000, .mask), (1000, 1000, 1_000_000, .dense),
  ])
  func theSmallest(rowCount: Int, unitCount: Int, activeCount: Int, form: CodeForm) {
    #expect(
      CodeForm.smallest(rowCount: rowCount, unitCount: unitCount, activeCount: activeCount) == form)
  }
}
