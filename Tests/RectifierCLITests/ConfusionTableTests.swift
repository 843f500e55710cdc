// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Testing

@testable import RectifierCLI

@Suite struct ConfusionTableTests {
  @Test func fewClassesAreAMatrix() {
    let table = ConfusionTable(labels: ["cat", "dog"], confusion: [[10, 2], [0, 123_456]])
    #expect(
      table.lines == [
        "        predicted",
        "  true     cat     dog",
        "   cat      10       2",
        "   dog       .  123456",
      ])
  }

  @Test func manyClassesAreTheirMostFrequentConfusions() {
    let labels = (0..<30).map { "class \($0)" }
    var confusion = (0..<30).map { row in (0..<30).map { $0 == row ? 50 : 0 } }
    confusion[3][4] = 12
    confusion[7][1] = 5
    confusion[2][9] = 5
    #expect(
      ConfusionTable(labels: labels, confusion: confusion).lines == [
        "confusions (samples: true class, predicted class)",
        "12: class 3, class 4",
        " 5: class 2, class 9",
        " 5: class 7, class 1",
      ])
    for row in 0..<30 { confusion[row][(row + 1) % 30] = 1 }
    let lines = ConfusionTable(labels: labels, confusion: confusion).lines
    #expect(lines.count == 21)
    #expect(lines[0].hasPrefix("the 20 most frequent of 32 confusions"))
    #expect(lines[1] == "5: class 2, class 9")
  }

  @Test func noConfusionsAreSaidToBeNone() {
    let labels = (0..<30).map { "\($0)" }
    let confusion = (0..<30).map { row in (0..<30).map { $0 == row ? 5 : 0 } }
    #expect(
      ConfusionTable(labels: labels, confusion: confusion).lines
        == ["no confusions between the 30 classes"])
  }
}
