// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct DatasetPartsTests {
  private func part(
    _ name: String, classes: [Int32] = [0, 1], labels: [String] = ["a", "b"]
  ) throws -> Dataset {
    try SmallDatasets.numbered(classes: classes, labels: labels, name: name)
  }

  @Test func everythingIsAllPartsInOrder() throws {
    let parts = try DatasetParts(
      name: "d", train: part("train", classes: [0, 0]),
      validation: part("validation", classes: [1]), test: part("test", classes: [0, 1, 1]))
    let all = try #require(parts[.all])
    #expect(SmallDatasets.classes(all) == [0, 0, 1, 0, 1, 1])
    #expect(SmallDatasets.rows(all) == [0, 1, 0, 0, 1, 2])
    #expect(all.name == "d all")
    #expect(parts.evaluationPart == .test)
  }

  @Test func aSinglePartIsEverything() throws {
    let parts = try DatasetParts(name: "d", train: part("train"))
    #expect(parts[.all]?.name == "train")
    #expect(parts[.test] == nil)
    #expect(parts.available == [.train, .all])
    #expect(parts.evaluationPart == .all)
  }

  @Test func anUndividedSourceHasNoParts() throws {
    let parts = DatasetParts(all: try part("rows"))
    #expect(parts.available == [.all])
    #expect(parts.train == nil)
    #expect(parts[.all]?.rowCount == 2)
  }

  @Test func floatsArePutTogetherToo() throws {
    func floats(_ rows: [[Float]]) throws -> Dataset {
      try Dataset(
        name: "d", features: .floats(Matrix(rows: rows)), targets: .reals(Matrix(rows: rows)))
    }
    let parts = try DatasetParts(
      name: "d", train: floats([[1, 2]]), test: floats([[3, 4], [5, 6]]))
    guard case .floats(let features) = parts[.all]?.features,
      case .reals(let targets) = parts[.all]?.targets
    else { return #expect(Bool(false)) }
    #expect(features == Matrix(rows: [[1, 2], [3, 4], [5, 6]]))
    #expect(targets == features)
  }

  @Test func partsHaveToFit() throws {
    let train = try part("train")
    let others: [(Dataset, String)] = [
      (try part("test", labels: ["a", "c"]), "the labels"),
      (
        try Dataset(
          name: "test", features: .bytes(ByteRows(bytes: [1, 2], rowCount: 1, columnCount: 2)),
          targets: .classes([0]), labels: ["a", "b"]), "a feature count of"
      ),
      (
        try Dataset(
          name: "test", features: .floats(Matrix(rows: [[1]])), targets: .classes([0]),
          labels: ["a", "b"]), "features stored as"
      ),
      (
        try Dataset(
          name: "test",
          features: .bytes(ByteRows(bytes: [1], rowCount: 1, columnCount: 1, divisor: 1)),
          targets: .classes([0]), labels: ["a", "b"]), "a divisor of"
      ),
      (
        try Dataset(
          name: "test", features: .bytes(ByteRows(bytes: [1], rowCount: 1, columnCount: 1)),
          targets: .classes([0]), labels: ["a", "b"],
          imageShape: ImageShape(height: 1, width: 1)), "images of"
      ),
    ]
    for (test, what) in others {
      let error = #expect(throws: DatasetError.self) {
        try DatasetParts(name: "d", train: train, test: test)
      }
      guard case .partsDiffer(_, let found, _, _, _) = error else { return #expect(Bool(false)) }
      #expect(found == what)
    }
    #expect(throws: DatasetError.noRows(name: "d")) { try DatasetParts(name: "d") }
  }
}
