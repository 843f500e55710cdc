// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct DatasetTests {
  private func floats(_ rows: [[Float]]) -> Dataset.Features { .floats(Matrix(rows: rows)) }

  private typealias Case = (
    Dataset.Features, Dataset.Targets, [String], ImageShape?, DatasetError
  )

  private func expectRefusal(_ cases: [Case]) {
    for (features, targets, labels, shape, expected) in cases {
      #expect(throws: expected) {
        try Dataset(
          name: "d", features: features, targets: targets, labels: labels, imageShape: shape)
      }
      #expect(expected.description.hasPrefix("d: "))
      #expect(!expected.description.contains { $0.isNewline })
    }
  }

  @Test func wrongCountsAndClassesAreRefused() {
    let rows = floats([[1, 2], [3, 4]])
    expectRefusal([
      (floats([]), .none, [], nil, .noRows(name: "d")),
      (floats([[], []]), .none, [], nil, .noFeatures(name: "d")),
      (
        rows, .classes([0]), ["a"], nil,
        .countsDiffer(name: "d", rowCount: 2, targetCount: 1)
      ),
      (
        rows, .reals(Matrix(rows: [[1], [2], [3]])), [], nil,
        .countsDiffer(name: "d", rowCount: 2, targetCount: 3)
      ),
      (
        rows, .classes([0, 2]), ["a", "b"], nil,
        .classOutOfRange(name: "d", row: 1, found: 2, classCount: 2)
      ),
      (
        rows, .classes([-1, 0]), ["a"], nil,
        .classOutOfRange(name: "d", row: 0, found: -1, classCount: 1)
      ),
      (rows, .classes([0, 1]), ["a", "a"], nil, .duplicateLabel(name: "d", label: "a")),
      (rows, .none, ["a"], nil, .labelsWithoutClasses(name: "d", labelCount: 1)),
      (
        rows, .none, [], ImageShape(height: 1, width: 3),
        .imageShapeDiffers(name: "d", shape: ImageShape(height: 1, width: 3), featureCount: 2)
      ),
    ])
  }

  @Test func whatIsNotFiniteIsRefused() {
    expectRefusal([
      (
        floats([[1, 2], [3, .nan]]), .none, [], nil,
        .featureNotFinite(name: "d", row: 1, column: 1)
      ),
      (
        floats([[1, -.infinity], [.nan, 0]]), .none, [], nil,
        .featureNotFinite(name: "d", row: 0, column: 1)
      ),
      (
        floats([[1], [2]]), .reals(Matrix(rows: [[1], [.infinity]])), [], nil,
        .targetNotFinite(name: "d", row: 1, column: 0)
      ),
    ])
  }

  @Test func denormalsAndNegativeZerosBecomeZero() throws {
    let dataset = try Dataset(
      name: "d", features: floats([[0x1p-126, 0x1p-127, -0x1p-149], [-0.0, 1, -0x1p-126]]),
      targets: .none)
    guard case .floats(let matrix) = dataset.features else { return #expect(Bool(false)) }
    let bits = (0..<2).map { row in (0..<3).map { matrix[row, $0].bitPattern } }
    let expected: [[Float]] = [[0x1p-126, 0, 0], [0, 1, -0x1p-126]]
    #expect(bits == expected.map { $0.map(\.bitPattern) })
  }

  @Test func subsetsKeepTheOrderAskedFor() throws {
    let dataset = try SmallDatasets.numbered(classes: [0, 1, 2, 1, 0])
    let subset = dataset.subset(rows: [4, 1, 1, 2])
    #expect(SmallDatasets.rows(subset) == [4, 1, 1, 2])
    #expect(SmallDatasets.classes(subset) == [0, 1, 1, 2])
    #expect(subset.classCounts == [1, 2, 1])
    let range = subset.subset(1..<4)
    #expect(SmallDatasets.rows(range) == [1, 1, 2])
    #expect(SmallDatasets.classes(range) == [1, 1, 2])
    #expect(range.labels == dataset.labels)
  }

  @Test func subsetsOfFloatsAreCopies() throws {
    let dataset = try Dataset(
      name: "d", features: floats([[1, 2], [3, 4], [5, 6]]),
      targets: .reals(Matrix(rows: [[10], [20], [30]])))
    let subset = dataset.subset(rows: [2, 0])
    guard case .floats(let matrix) = subset.features, case .reals(let reals) = subset.targets
    else { return #expect(Bool(false)) }
    #expect(matrix == Matrix(rows: [[5, 6], [1, 2]]))
    #expect(reals == Matrix(rows: [[30], [10]]))
  }

  @Test func classesAreRenumberedByName() throws {
    let dataset = try SmallDatasets.numbered(classes: [0, 1, 1], labels: ["b", "a"])
    let renumbered = try dataset.numberingClasses(as: ["a", "b", "c"])
    #expect(SmallDatasets.classes(renumbered) == [1, 0, 0])
    #expect(renumbered.labels == ["a", "b", "c"])
    #expect(throws: DatasetError.unknownLabel(name: "small", row: 1, label: "a", known: ["b"])) {
      try dataset.numberingClasses(as: ["b"])
    }
  }

  @Test func aLabelThatNoRowHasMayBeUnknown() throws {
    let dataset = try SmallDatasets.numbered(classes: [0, 0], labels: ["a", "z"])
    #expect(try dataset.numberingClasses(as: ["a"]).labels == ["a"])
  }

  @Test func trainingNeedsTwoClassesThatAreThere() throws {
    try SmallDatasets.numbered(classes: [1, 1, 2]).checkClassesForTraining()
    let single = try SmallDatasets.numbered(classes: [1, 1, 1])
    #expect(throws: DatasetError.oneClass(name: "small", label: "b")) {
      try single.checkClassesForTraining()
    }
    let none = try Dataset(name: "d", features: floats([[1]]), targets: .none)
    #expect(throws: DatasetError.notClasses(name: "d")) { try none.checkClassesForTraining() }
  }

  @Test func checksumsAreThoseOfTheBytes() throws {
    let classes = try SmallDatasets.numbered(classes: [0, 2, 1])
    // zlib.crc32(bytes([0, 1, 2]) + struct.pack("<3i", 0, 2, 1)) of Python 3.11.
    #expect(classes.checksum == "crc32:d01937c2")
    #expect(classes.subset(rows: [0, 1, 2]).checksum == classes.checksum)
    #expect(classes.subset(rows: [1, 0, 2]).checksum != classes.checksum)
    let reals = try Dataset(
      name: "d", features: floats([[1, 2], [3, 4]]), targets: .reals(Matrix(rows: [[0.5], [-1]])))
    // zlib.crc32(struct.pack("<6f", 1, 2, 3, 4, 0.5, -1)).
    #expect(reals.checksum == "crc32:a6dc235c")
  }
}
