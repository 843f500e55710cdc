// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNumerics
import Testing

@Suite struct DatasetClassesTests {
  private func data(
    _ targets: Dataset.Targets, labels: [String] = ["a", "b", "c"]
  ) throws -> Dataset {
    try Dataset(
      name: "three", features: .floats(Matrix(rows: [[1], [2], [3]])), targets: targets,
      labels: labels)
  }

  private let sets = ClassSets([[2, 0], [], [0]])

  @Test func labelsOfSetsAreCounted() throws {
    #expect(try data(.sets(sets)).classCounts == [2, 0, 1])
    #expect(try data(.reals(Matrix(rows: [[1], [2], [3]])), labels: []).classCounts.isEmpty)
  }

  @Test func setsAreNumberedByTheirLabels() throws {
    let other = try data(.sets(sets)).numberingClasses(as: ["c", "d", "a", "b"])
    #expect(other.labels == ["c", "d", "a", "b"])
    guard case .sets(let found) = other.targets else { return }
    #expect((0..<3).map { Array(found[$0]) } == [[0, 2], [], [2]])
    #expect(
      throws: DatasetError.unknownLabel(name: "three", row: 0, label: "c", known: ["a", "b"])
    ) { try data(.sets(sets)).numberingClasses(as: ["a", "b"]) }
  }

  @Test func whatCannotBeLearnedFrom() throws {
    let reals = Matrix(rows: [[1], [1], [2]])
    try data(.sets(sets)).checkSetsForTraining()
    try data(.reals(reals), labels: []).checkRealsForTraining()
    #expect(throws: DatasetError.oneSet(name: "three", labels: ["a", "c"])) {
      try data(.sets(ClassSets([[2, 0], [0, 2], [0, 2]]))).checkSetsForTraining()
    }
    #expect(throws: DatasetError.constantTargets(name: "three")) {
      try data(.reals(Matrix(rows: [[1], [1], [1]])), labels: []).checkRealsForTraining()
    }
    #expect(throws: DatasetError.notSets(name: "three")) {
      try data(.classes([0, 1, 2])).checkSetsForTraining()
    }
    #expect(throws: DatasetError.notReals(name: "three")) {
      try data(.sets(sets)).checkRealsForTraining()
    }
  }

  @Test(arguments: [
    DatasetError.notSets(name: "d"), .notReals(name: "d"), .constantTargets(name: "d"),
    .severalReals(name: "d", count: 3),
    .oneSet(name: "d", labels: ["x", "y"]),
  ])
  func messagesAreOneLine(error: DatasetError) {
    let text = error.description
    #expect(text.hasPrefix("d: expected ") && text.contains("found") && !text.contains("\n"))
  }
}
