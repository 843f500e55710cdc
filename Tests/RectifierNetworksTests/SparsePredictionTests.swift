// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import CAllocationCount
import RectifierNumerics
import RectifierTestSupport
import Testing

@testable import RectifierNetworks

/// Predictions of sparse rows.
@Suite struct SparsePredictionTests {
  private func predictor(
    _ widths: [Int], precision: WeightPrecision = .float32, _ execution: Execution = .default
  ) throws -> Predictor {
    Predictor(
      Network.drawn(try PredictorTests.architecture(widths)), precision: precision,
      execution: execution)
  }

  /// Whole rows and segments; a row is empty.
  private func batch(_ rowCount: Int, _ columnCount: Int, zeroFraction: Float) -> Matrix {
    var batch = PredictorTests.batch(rowCount, columnCount, zeroFraction: zeroFraction)
    for column in 0..<columnCount { batch[rowCount / 2, column] = 0 }
    return batch
  }

  @Test(
    arguments: [[4, 20, 6], [65], [300, 130], [3000, 20]], [0, 0.7, 0.97, 1] as [Float])
  func bitsAreThoseOfDenseRows(widths: [Int], zeroFraction: Float) throws {
    for precision in [WeightPrecision.float32, .bfloat16] {
      let batch = batch(19, widths[0], zeroFraction: zeroFraction)
      let plain = Execution(threadCount: 1, instructionSet: .portable, kernels: .dense)
      let expected = try predictor(widths, precision: precision, plain).predict(batch).bits
      for set in InstructionSet.available {
        for kernels in Execution.Kernels.allCases {
          for (threadCount, capacity) in [(1, 1), (2, 5), (1, 9), (2, 19), (3, 100)] {
            let predictor = try predictor(
              widths, precision: precision,
              Execution(threadCount: threadCount, instructionSet: set, kernels: kernels))
            var workspace = predictor.workspace(batchCapacity: capacity)
            var result = Matrix(rowCount: 19, columnCount: 5)
            predictor.predict(SparseMatrix(batch), into: &result, using: &workspace)
            #expect(result.bits == expected)
          }
        }
      }
    }
  }

  @Test func aWorkspaceTakesSparseAndDenseRowsInTurn() throws {
    let predictor = try predictor([200, 30])
    var workspace = predictor.workspace(batchCapacity: 4)
    for zeroFraction in [0.99, 0.2, 0.99, 1] as [Float] {
      let batch = batch(7, 200, zeroFraction: zeroFraction)
      let expected = predictor.predict(batch).bits
      for isSparse in [true, false, true] {
        var result = Matrix(rowCount: 7, columnCount: 5)
        if isSparse {
          predictor.predict(SparseMatrix(batch), into: &result, using: &workspace)
        } else {
          predictor.predict(batch, into: &result, using: &workspace)
        }
        #expect(result.bits == expected)
      }
    }
    #expect(
      predictor.predict(SparseMatrix(batch(600, 200, zeroFraction: 0.9))).bits
        == predictor.predict(batch(600, 200, zeroFraction: 0.9)).bits)
  }

  @Test(
    .enabled(if: allocation_count() >= 0, "malloc can be counted with glibc only"),
    arguments: [1, 2, 3], [0.5, 0.99] as [Float])
  func predictionAllocatesNothing(threadCount: Int, zeroFraction: Float) throws {
    let predictor = try predictor([400, 300, 200], Execution(threadCount: threadCount))
    let batch = SparseMatrix(batch(9, 400, zeroFraction: zeroFraction))
    var workspace = predictor.workspace(batchCapacity: 4)
    var result = Matrix(rowCount: 9, columnCount: 5)
    predictor.predict(batch, into: &result, using: &workspace)
    let before = allocation_count()
    predictor.predict(batch, into: &result, using: &workspace)
    #expect(allocation_count() == before)
    // Denser rows ask for more room, once.
    let denser = SparseMatrix(self.batch(9, 400, zeroFraction: 0.95))
    predictor.predict(denser, into: &result, using: &workspace)
    let after = allocation_count()
    predictor.predict(denser, into: &result, using: &workspace)
    predictor.predict(batch, into: &result, using: &workspace)
    #expect(allocation_count() == after)
  }

  @Test func mistakesEndTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let network = Network.drawn(try PredictorTests.architecture([4, 6]))
      _ = Predictor(network).predict(SparseMatrix(Matrix(rowCount: 1, columnCount: 3)))
    }
    #expect(result.says("predict: input has 3 columns, network expects 4"))
  }
}
