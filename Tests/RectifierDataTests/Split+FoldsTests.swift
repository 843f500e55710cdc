// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct SplitFoldsTests {
  private static let classes: [Int32] = (0..<203).map { $0 % 10 < 6 ? 0 : $0 % 10 < 9 ? 1 : 2 }

  private func rows(
    _ number: Int, of count: Int, seed: UInt64 = 1
  ) throws -> (rest: [Int32], fold: [Int32]) {
    let groups = RowGroups(try SmallDatasets.numbered(classes: Self.classes))
    return try Split.rows(of: Fold(number: number, count: count), among: groups, seed: Seed(seed))
  }

  @Test(arguments: [2, 3, 10, 203])
  func everyRowIsInOneFold(count: Int) throws {
    let folds = try (1...count).map { try rows($0, of: count) }
    #expect(folds.flatMap(\.fold).sorted() == Array(0..<203))
    for (rest, fold) in folds {
      #expect((rest + fold).sorted() == Array(0..<203))
      #expect(rest == rest.sorted() && fold == fold.sorted())
    }
    let sizes = folds.map(\.fold.count)
    #expect(sizes.max()! - sizes.min()! <= 1)
  }

  @Test func classesDifferByAtMostOneRow() throws {
    let counts = try (1...10).map { number in
      let classes = try rows(number, of: 10).fold.map { Self.classes[Int($0)] }
      return (0..<3).map { found in classes.count { $0 == found } }
    }
    for found in 0..<3 {
      let column = counts.map { $0[found] }
      #expect(column.max()! - column.min()! <= 1)
    }
  }

  @Test func theSeedDecides() throws {
    #expect(try rows(1, of: 5).fold == rows(1, of: 5).fold)
    #expect(try rows(1, of: 5).fold != rows(1, of: 5, seed: 2).fold)
  }

  @Test func moreFoldsThanRowsAreRefused() throws {
    let error = #expect(throws: SplitError.self) { try rows(1, of: 204) }
    #expect(error == .tooManyFolds(name: "small", foldCount: 204, rowCount: 203))
    #expect(error?.description.contains("at most as many folds as the 203 rows") == true)
  }
}
