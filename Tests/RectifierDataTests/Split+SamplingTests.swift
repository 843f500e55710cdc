// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct SplitSamplingTests {
  /// 120, 60 and 20 rows.
  private static let classes: [Int32] = (0..<200).map { $0 % 10 < 6 ? 0 : $0 % 10 < 9 ? 1 : 2 }

  private func dataset(_ classes: [Int32] = classes) throws -> Dataset {
    try SmallDatasets.numbered(classes: classes)
  }

  private func rows(_ count: Int, seed: UInt64 = 1) throws -> [Int] {
    SmallDatasets.rows(try Split.sample(dataset(), count: count, seed: Seed(seed)))
  }

  @Test func smallerSamplesAreContainedInLarger() throws {
    var smaller: Set<Int> = []
    for count in 3...200 {
      let found = try rows(count)
      #expect(found.count == count && found == found.sorted())
      #expect(smaller.isSubset(of: found), "\(count)")
      smaller = Set(found)
    }
    #expect(smaller.count == 200)
  }

  /// Half a row of rounding, and as much as the rounding of all three shifts the place.
  @Test func classesKeepTheirProportions() throws {
    for count in 3...200 {
      let sample = try Split.sample(dataset(), count: count, seed: Seed(1))
      #expect(sample.labels == (try dataset()).labels)
      for (found, whole) in zip(sample.classCounts, [120, 60, 20]) {
        let share = Double(count * whole) / 200
        #expect(abs(Double(found) - share) <= 0.5 + 1.5 * Double(whole) / 200, "\(count)")
      }
    }
    let tenth = try Split.sample(dataset(), count: 20, seed: Seed(1))
    #expect(tenth.classCounts == [12, 6, 2])
  }

  /// The law, by a table of places and nothing else.
  @Test(arguments: [3, 17, 64])
  func theFirstPlacesAreTaken(count: Int) throws {
    var stream = Seed(5).stream("sample")
    var places: [(place: Double, row: Int)] = []
    for number in 0..<3 {
      var group = (0..<200).filter { Self.classes[$0] == number }
      stream.shuffle(&group)
      for (index, row) in group.enumerated() {
        places.append((place: (Double(index) + 0.5) / Double(group.count), row: row))
      }
    }
    let first = places.enumerated()
      .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .prefix(count).map(\.element.row)
    #expect(try rows(count, seed: 5) == first.sorted())
  }

  @Test func theSeedDecides() throws {
    #expect(try rows(50) == rows(50))
    #expect(try rows(50) != rows(50, seed: 2))
    #expect(try rows(200) == rows(200, seed: 2))
  }

  /// A draw of validation rows and one of rows to learn from are no copies of each other.
  @Test func theStreamIsItsOwn() throws {
    let held = try Split.split(
      dataset(), validationCount: 50, draw: .random, seed: Seed(1)
    ).validation
    #expect(try rows(50) != SmallDatasets.rows(held))
  }

  @Test(arguments: [-1, 0, 201])
  func countsThatAreNotThereAreRefused(count: Int) throws {
    let data = try dataset()
    let error = #expect(throws: SplitError.self) {
      try Split.sample(data, count: count, seed: Seed(1))
    }
    #expect(
      error == .sampleCountOutOfRange(name: data.name, sampleCount: count, rowCount: 200))
    #expect(error?.description.contains("from 1 to the 200 rows") == true)
  }

  @Test func oneClassIsNothingToLearnFrom() throws {
    let data = try dataset()
    let error = #expect(throws: SplitError.self) {
      try Split.sample(data, count: 1, seed: Seed(1))
    }
    #expect(error == .sampleOfOneClass(name: data.name, sampleCount: 1, label: data.labels[0]))
    #expect(error?.description.contains("try more") == true)
  }

  @Test func withoutClassesAnyRowIsAsLikelyAsAnother() throws {
    let bare = try Dataset(name: "bare", features: dataset().features, targets: .none)
    let sample = try Split.sample(bare, count: 30, seed: Seed(1))
    #expect(SmallDatasets.rows(sample).count == 30)
  }
}
