// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierNumerics
import Testing

@testable import RectifierData

@Suite struct DatasetRealTargetsTests {
  private func data(_ targets: [[Float]]) throws -> Dataset {
    try Dataset(
      name: "numbers", features: .floats(Matrix(rows: targets.map { _ in [1, 2] })),
      targets: .reals(Matrix(rows: targets)))
  }

  @Test func numbersHaveMeanAndDeviation() throws {
    let data = try data([[10], [14], [18], [14]])
    let scale = try #require(data.targetScale)
    #expect(scale.mean == 14 && scale.deviation == Float(8).squareRoot())
    let scaled = data.scalingTargets(mean: 14, deviation: 4)
    guard case .reals(let matrix) = scaled.targets else { return #expect(Bool(false)) }
    #expect((0..<4).map { matrix[$0, 0] } == [-1, 0, 1, 0])
    #expect(scaled.name == "numbers" && scaled.featureCount == 2)
  }

  @Test func equalNumbersHaveADeviationOfOne() throws {
    let scale = try #require(try data([[3], [3]]).targetScale)
    #expect(scale.mean == 3 && scale.deviation == 1)
  }

  @Test func oneNumberThatDiffersCanBeLearned() throws {
    try data([[1], [2]]).checkTargetsForTraining()
    #expect(throws: DatasetError.constantTargets(name: "numbers")) {
      try data([[2], [2]]).checkTargetsForTraining()
    }
    #expect(throws: DatasetError.severalReals(name: "numbers", count: 2)) {
      try data([[1, 2], [3, 4]]).checkTargetsForTraining()
    }
  }

  @Test func otherTargetsStay() throws {
    let several = try data([[1, 2], [3, 4]])
    #expect(several.targetScale == nil)
    #expect(several.scalingTargets(mean: 1, deviation: 2).checksum == several.checksum)
    let classes = try Dataset(
      name: "classes", features: several.features, targets: .classes([0, 1]), labels: ["a", "b"])
    #expect(classes.targetScale == nil)
    #expect(classes.scalingTargets(mean: 1, deviation: 2).checksum == classes.checksum)
  }
}
