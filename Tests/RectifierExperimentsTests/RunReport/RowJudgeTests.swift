// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTraining
import Testing

@testable import RectifierExperiments

@Suite struct RowJudgeTests {
  private func judge(
    _ task: LearningTask?, _ targets: Dataset.Targets, labels: [String] = []
  ) -> RowJudge {
    RowJudge(task: task, targets: targets, labels: labels)
  }

  @Test func classesByTheProbabilityOfTheTrueOne() {
    let judge = judge(.classification, .classes([0, 1, 1]), labels: ["cat", "dog"])
    let loss = judge.loss([0.9, 0.1], row: 1)
    #expect(abs(loss.size - 2.302585) < 1e-6)
    #expect(loss.truth == "dog" && loss.prediction == "cat" && loss.facts == ["0.10", "0.90"])
    #expect(judge.loss([0.996, 0.004], row: 2).facts == ["0.004", "1.00"])
    // What a Float cannot tell from 0 is far off, and not infinitely so.
    #expect((87..<88).contains(judge.size([1, 0], row: 1)))
    #expect(judge.size([.nan, .nan], row: 0) > 87)
  }

  @Test func levelsByTheDistance() {
    let judge = judge(
      .ordinal(levels: [1, 2, 5]), .classes([2, 0]), labels: ["1", "2", "5"])
    let loss = judge.loss([0.5, 0.5, 0], row: 0)
    #expect(loss.size == 3.5 && loss.truth == "5" && loss.prediction == "1.50")
    #expect(loss.facts == ["3.50", "0"])
  }

  @Test func numbersInTheirOwnUnits() throws {
    let judge = judge(
      .regression(mean: 100, deviation: 10), .reals(Matrix(rows: [[1], [-2]])))
    let loss = judge.loss([0.5], row: 1)
    #expect(loss.size == 25 && loss.truth == "80" && loss.prediction == "105")
    let numbers = try #require(judge.numbers([0.5], row: 0))
    #expect(numbers.truth == 110 && numbers.prediction == 105)
  }

  @Test func setsByTheSumOverLabels() {
    let judge = judge(
      .multiLabel, .sets(ClassSets([[0], []])), labels: ["a", "b"])
    let loss = judge.loss([0.25, 0.75], row: 0)
    #expect(abs(loss.size - 2.772589) < 1e-6)
    #expect(loss.truth == "a" && loss.prediction == "b")
    #expect(judge.loss([0.5, 0.5], row: 1).truth == "none")
    #expect(judge.loss([0.5, 0.5], row: 1).prediction == "none")
  }

  @Test func realsByTheSquareOfTheDistance() {
    let judge = judge(nil, .reals(Matrix(rows: [[1, 2]])))
    let loss = judge.loss([0, 4], row: 0)
    #expect(loss.size == 5 && loss.truth == "1, 2" && loss.prediction == "0, 4")
    #expect(loss.facts == ["5"])
  }
}
