// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNetworks
import Testing

@testable import RectifierExperiments

@Suite struct Table1ResultsTests {
  private let recipe = Table1Recipe()

  /// Everything trained: the test error is the one that a rule gives.
  private func results(
    _ error: @escaping (Trial) -> Double
  ) throws -> Table1Results {
    try Table1Results(recipe) { trial in
      try? Table1Samples.record(of: trial, validationErrorRate: 0.02, testErrorRate: error(trial))
    }
  }

  private static func published(_ trial: Trial) -> Double {
    let names = ["mnist": "MNIST", "cifar10": "CIFAR10", "norb-cluttered": "NORB"]
    return Table1Results.published(
      trial.configuration.activations[0], isPretrained: trial.pretraining != nil,
      on: names[trial.configuration.data] ?? "NISTP") ?? 1
  }

  @Test func cellsStandInThePapersOrder() throws {
    let results = try results(Self.published)
    #expect(results.columns.map(\.name) == ["MNIST", "CIFAR-10", "glyphs", "NORB"])
    let mnist = results.cells(of: .mnist)
    let percentages = mnist.map { (10_000 * ($0.published ?? 0)).rounded() }
    #expect(percentages == [120, 116, 117, 143, 157, 177])
    #expect(mnist.allSatisfy { $0.isComplete && $0.networks.count == 3 })
    let norb = results.cells(of: .norb).map { (10_000 * ($0.published ?? 0)).rounded() }
    #expect(norb == [1646, 1766, 1919, 1640, 1929, 1768])
    #expect(mnist.allSatisfy { $0.deadUnitCount == 6 })
  }

  /// With the paper's errors, its bold figures on the test part of MNIST.
  @Test func whatEqualsTheBestIsWhatThePaperPrintsInBold() throws {
    let results = try results(Self.published)
    #expect(
      results.cells(of: .mnist).map(results.equalsBest) == [true, true, true, true, false, false])
  }

  @Test func errorsAreMeansOverSeeds() throws {
    let errors: [UInt64: Double] = [1: 0.014, 2: 0.015, 3: 0.019]
    let results = try results { errors[$0.configuration.seed] ?? 0 }
    let cell = try #require(results.cells(of: .mnist).last)
    #expect(abs((cell.errorMoments?.mean ?? 0) - 0.016) < 1e-12)
    // √((2² + 1² + 3²)/2) thousandths.
    let deviation = cell.errorMoments?.standardDeviation ?? 0
    #expect(abs(deviation - Double(7e-6).squareRoot()) < 1e-12)
    #expect(cell.meanErrors?.count == 160 && cell.meanErrors?.sampleCount == 10_000)
    #expect(abs((cell.zeroFraction ?? 0) - 0.75) < 1e-12)
  }

  @Test func whatIsNotDoneIsSaid() throws {
    let first = try recipe.trials { _ in nil }
    let results = try Table1Results(recipe) { trial in
      trial == first[0]
        ? try? Table1Samples.record(of: trial, validationErrorRate: nil, testErrorRate: 0) : nil
    }
    let cell = try #require(results.cells.first)
    #expect(cell.doneCount == 1 && cell.divergedCount == 1 && !cell.isComplete)
    #expect(results.equalsBest(cell) == nil)
    let json = try #require(results.json["cells"]?.arrayValue)
    #expect(json.count == 24)
    #expect(json.allSatisfy { $0["isComplete"] == false && $0["testErrorRate"] == .null })
  }

  @Test func noCellIsTheBestOfAColumnThatIsNotComplete() throws {
    let cells = try recipe.cells { _ in nil }
    let last = try #require(cells.first { $0.column == .mnist }?.selection.last)
    let results = try Table1Results(recipe) { trial in
      trial == last
        ? nil : try? Table1Samples.record(of: trial, validationErrorRate: 0.02, testErrorRate: 0.02)
    }
    let mnist = results.cells(of: .mnist)
    #expect(mnist.count { $0.isComplete } == 5)
    #expect(mnist.allSatisfy { results.equalsBest($0) == nil })
    #expect(results.cells(of: .cifar10).allSatisfy { results.equalsBest($0) == true })
  }

  @Test func whereAllDivergedACellIsComplete() throws {
    let results = try Table1Results(recipe) { trial in
      try? Table1Samples.record(of: trial, validationErrorRate: nil, testErrorRate: 0)
    }
    for cell in results.cells where !cell.recipe.isPretrained {
      #expect(cell.isComplete && cell.networks.isEmpty && cell.divergedCount == 2)
    }
  }

  @Test func aCopyOfTheImagesIsNamed() throws {
    for (checksum, remark) in [("crc32:cf33e7e8", "JPEG copy"), ("crc32:00000000", nil)] {
      let results = try Table1Results(recipe) { trial in
        var record = try? Table1Samples.record(
          of: trial, validationErrorRate: 0.4, testErrorRate: 0.5)
        record?.data[.training] = SourceRecord.Content(
          part: "train", sampleCount: 45_000, checksum: checksum)
        return record
      }
      #expect(results.cells(of: .cifar10).allSatisfy { $0.dataRemark == remark })
    }
  }
}
