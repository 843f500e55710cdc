// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CAllocationCount
import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierNetworks

@Suite struct PredictorWorkspaceTests {
  static func predictor(_ inputCount: Int = 4) throws -> Predictor {
    Predictor(Network.drawn(try PredictorTests.architecture([inputCount, 20, 6])))
  }

  @Test(arguments: [1, 2, 3, 7, 8, 100])
  func largerBatchesAreCut(capacity: Int) throws {
    let predictor = try Self.predictor()
    let batch = PredictorTests.batch(7, 4)
    var workspace = predictor.workspace(batchCapacity: capacity)
    #expect(workspace.batchCapacity == capacity)
    var result = Matrix(rowCount: 7, columnCount: 5)
    predictor.predict(batch, into: &result, using: &workspace)
    #expect(result.bits == predictor.predict(batch).bits)
  }

  @Test func moreRowsThanTheConvenienceTakesAtOnce() throws {
    let predictor = try Self.predictor()
    let batch = PredictorTests.batch(600, 4)
    let together = predictor.predict(batch)
    for row in [0, 255, 256, 599] {
      let alone = predictor.predict(Matrix(rows: [batch.row(row)]))
      #expect(alone.bits == together.row(row).map(\.bitPattern))
    }
  }

  @Test func aWorkspaceRemembersNothing() throws {
    let predictor = try Self.predictor()
    let other = Predictor(
      Network.drawn(predictor.network.architecture, seed: 2),
      execution: predictor.execution)
    let (large, small) = (PredictorTests.batch(9, 4), PredictorTests.batch(2, 4, zeroFraction: 1))
    var workspace = predictor.workspace(batchCapacity: 5)
    var first = Matrix(rowCount: 9, columnCount: 5)
    var second = Matrix(rowCount: 2, columnCount: 5)
    predictor.predict(large, into: &first, using: &workspace)
    // Another network of the same architecture may use it too.
    other.predict(small, into: &second, using: &workspace)
    #expect(second.bits == other.predict(small).bits)
    predictor.predict(large, into: &first, using: &workspace)
    #expect(first.bits == predictor.predict(large).bits)
  }

  @Test(
    .enabled(if: allocation_count() >= 0, "malloc can be counted with glibc only"),
    arguments: [1, 2, 3])
  func predictionAllocatesNothing(threadCount: Int) throws {
    let network = Network.drawn(try PredictorTests.architecture([4, 300, 200]))
    let predictor = Predictor(network, execution: Execution(threadCount: threadCount))
    let batch = PredictorTests.batch(7, 4)
    var workspace = predictor.workspace(batchCapacity: 4)
    var result = Matrix(rowCount: 7, columnCount: 5)
    predictor.predict(batch, into: &result, using: &workspace)
    let before = allocation_count()
    predictor.predict(batch, into: &result, using: &workspace)
    #expect(allocation_count() == before)
    _ = predictor.predict(batch)
    #expect(allocation_count() > before)
  }

  @Test func theResultIsAValue() throws {
    let predictor = try Self.predictor()
    var workspace = predictor.workspace(batchCapacity: 2)
    let zeros = Matrix(rowCount: 2, columnCount: 5)
    var result = zeros
    predictor.predict(PredictorTests.batch(2, 4), into: &result, using: &workspace)
    #expect(zeros == Matrix(rowCount: 2, columnCount: 5) && result != zeros)
  }

  @Test func mistakesEndTheProgram() async {
    var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try Self.predictor().predict(Matrix(rowCount: 1, columnCount: 3))
    }
    #expect(result.says("predict: input has 3 columns, network expects 4"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let predictor = try Self.predictor()
      var workspace = predictor.workspace(batchCapacity: 2)
      var outputs = Matrix(rowCount: 1, columnCount: 5)
      predictor.predict(Matrix(rowCount: 2, columnCount: 4), into: &outputs, using: &workspace)
    }
    #expect(result.says("predict: result is 1 × 5, expected 2 × 5"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var workspace = try Self.predictor(3).workspace(batchCapacity: 2)
      var outputs = Matrix(rowCount: 2, columnCount: 5)
      try Self.predictor().predict(
        Matrix(rowCount: 2, columnCount: 4), into: &outputs, using: &workspace)
    }
    #expect(result.says("predict: the workspace is for widths [3, 20, 6, 5]"))
    result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try Self.predictor().workspace(batchCapacity: 0)
    }
    #expect(result.says("workspace: 0 rows"))
  }
}
