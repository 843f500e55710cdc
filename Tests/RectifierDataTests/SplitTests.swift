// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct SplitTests {
  private static let classes: [Int32] = (0..<200).map { $0 % 10 < 6 ? 0 : $0 % 10 < 9 ? 1 : 2 }

  private func split(
    _ count: Int, _ draw: ValidationDraw, seed: UInt64 = 1, classes: [Int32] = classes
  ) throws -> (training: [Int], validation: [Int]) {
    let dataset = try SmallDatasets.numbered(classes: classes)
    let parts = try Split.split(
      dataset, validationCount: count, draw: draw, seed: Seed(seed))
    return (SmallDatasets.rows(parts.training), SmallDatasets.rows(parts.validation))
  }

  @Test(arguments: [1, 2, 50, 199])
  func theLastRowsValidate(count: Int) throws {
    let parts = try split(count, .last)
    #expect(parts.training == Array(0..<(200 - count)))
    #expect(parts.validation == Array((200 - count)..<200))
  }

  @Test(arguments: [1, 2, 10, 50, 199])
  func aDrawDividesTheRowsAndKeepsTheirOrder(count: Int) throws {
    let parts = try split(count, .random)
    #expect(parts.validation.count == count)
    #expect(parts.training == parts.training.sorted())
    #expect(parts.validation == parts.validation.sorted())
    #expect((parts.training + parts.validation).sorted() == Array(0..<200))
  }

  @Test func aDrawTakesEachClassInProportion() throws {
    let dataset = try SmallDatasets.numbered(classes: Self.classes)
    let parts = try Split.split(dataset, validationCount: 50, draw: .random, seed: Seed(3))
    #expect(dataset.classCounts == [120, 60, 20])
    #expect(parts.validation.classCounts == [30, 15, 5])
    #expect(parts.training.classCounts == [90, 45, 15])
  }

  @Test func theSeedDecides() throws {
    #expect(try split(50, .random, seed: 1) == split(50, .random, seed: 1))
    #expect(try split(50, .random, seed: 1).validation != split(50, .random, seed: 2).validation)
  }

  /// The rows come from `split_golden.py`.
  @Test func theDrawIsTheOneOfAnIndependentProgram() throws {
    #expect(
      try split(17, .random, seed: 1).validation
        == [
          17, 21, 53, 59, 66, 72, 75, 76, 90, 99, 105, 111, 122, 146, 170, 180, 186,
        ])
    #expect(
      try split(17, .random, seed: (1 << 40) + 7).validation
        == [
          0, 7, 10, 26, 29, 30, 35, 47, 55, 68, 84, 124, 135, 137, 179, 184, 194,
        ])
  }

  @Test func everyRowIsDrawnAboutAsOften() throws {
    var counts = [Int](repeating: 0, count: 20)
    let classes = [Int32](repeating: 0, count: 10) + [Int32](repeating: 1, count: 10)
    for seed in 0..<400 {
      for row in try split(4, .random, seed: UInt64(seed), classes: classes).validation {
        counts[row] += 1
      }
    }
    // 400 draws with probability 1/5: 80 expected, standard deviation 8.
    #expect(counts.allSatisfy { (48...112).contains($0) }, "\(counts)")
  }

  @Test func withoutClassesAllRowsAreOneGroup() throws {
    let matrix = Matrix(rows: (0..<30).map { [Float($0)] })
    let dataset = try Dataset(name: "d", features: .floats(matrix), targets: .reals(matrix))
    let parts = try Split.split(dataset, validationCount: 7, draw: .random, seed: Seed(1))
    #expect(parts.validation.rowCount == 7)
    #expect(parts.training.rowCount == 23)
  }

  @Test(
    arguments: [
      ([3, 3, 3], 3, [1, 1, 1]), ([3, 3, 3], 4, [2, 1, 1]), ([3, 3, 3], 5, [2, 2, 1]),
      ([1, 9], 1, [0, 1]), ([5, 5], 1, [1, 0]), ([0, 4], 2, [0, 2]), ([1, 1, 98], 50, [1, 0, 49]),
      ([7], 6, [6]), ([2, 3, 5], 9, [2, 3, 4]),
    ] as [([Int], Int, [Int])])
  func quotasAddUp(counts: [Int], total: Int, expected: [Int]) {
    #expect(Split.quotas(classCounts: counts, total: total) == expected)
  }

  @Test(arguments: [ValidationDraw.last, .random])
  func bothSidesNeedARow(draw: ValidationDraw) throws {
    for count in [200, 201, Int.max] {
      let error = #expect(throws: SplitError.self) { try split(count, draw) }
      #expect(
        error == .noTrainingRows(name: "small", validationCount: count, rowCount: 200))
    }
    for count in [0, -1, Int.min] {
      let error = #expect(throws: SplitError.self) { try split(count, draw) }
      #expect(
        error == .noValidationRows(name: "small", validationCount: count, rowCount: 200))
    }
  }
}
