// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierData

@Suite struct ClassRowsTests {
  private func rows(_ counts: [Int]) -> ClassRows {
    let labels = counts.indices.map { "\($0)" }
    let listed = zip(labels, counts).map { label, count in
      PictureListing.Class(label: label, files: (0..<count).map { "\(label)/\($0)" })
    }
    return ClassRows(listed, labels: labels)
  }

  @Test func classesOfOneSizeTakeTurns() {
    let rows = rows([3, 3])
    #expect(rows.files == ["0/0", "1/0", "0/1", "1/1", "0/2", "1/2"])
    #expect(rows.classes == [0, 1, 0, 1, 0, 1])
  }

  @Test func theLargerTakesMoreTurns() {
    // ½ of one; ⅙, ½, ⅚ of three.
    #expect(rows([1, 3]).files == ["1/0", "0/0", "1/1", "1/2"])
    #expect(rows([3, 1]).files == ["0/0", "0/1", "1/0", "0/2"])
    #expect(rows([2, 4]).classes == [1, 0, 1, 1, 0, 1])
  }

  @Test func everyFileIsThereOnceInTheOrderOfItsClass() {
    let rows = rows([7, 1, 30, 12])
    for (label, count) in [7, 1, 30, 12].enumerated() {
      let found = zip(rows.files, rows.classes).filter { $0.1 == Int32(label) }.map(\.0)
      #expect(found == (0..<count).map { "\(label)/\($0)" })
    }
  }

  @Test(arguments: [
    [40, 40, 40], [100, 50, 10], [500, 30], [9, 9, 9, 9, 9, 9, 9, 9, 9, 9], [61, 7, 32],
  ])
  func anyRunOfRowsHoldsEachClassInProportion(counts: [Int]) {
    let classes = rows(counts).classes
    let total = counts.reduce(0, +)
    for length in [total / 10, total / 3, total / 2] {
      for start in [0, total / 4, total - length] {
        let run = classes[start..<(start + length)]
        for (label, count) in counts.enumerated() {
          let found = run.count { $0 == Int32(label) }
          let share = Double(length * count) / Double(total)
          #expect(abs(Double(found) - share) < 1.5, "\(found) of class \(label), not \(share)")
        }
      }
    }
  }

  @Test func classesAreNumberedAsInTheLabels() {
    let listed = [PictureListing.Class(label: "b", files: ["b/x"])]
    let rows = ClassRows(listed, labels: ["a", "b"])
    #expect(rows.labels == ["a", "b"])
    #expect(rows.classes == [1])
  }
}
