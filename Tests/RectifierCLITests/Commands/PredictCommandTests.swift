// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierTestSupport
import Testing

@Suite struct PredictCommandTests {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try QuadrantFolder.write(in: runner.scratch, "data", trainCount: 300)
    _ = try runner.run("train data --hidden 16 --epochs 30 --out run --quiet")
  }

  private func rows(_ text: String) -> [[Substring]] {
    text.split(separator: "\n").map { $0.split(separator: ",") }
  }

  @Test func onePredictionARow() throws {
    let result = try runner.run("predict run data")
    #expect(result.status == 0, "\(result)")
    #expect(result.errors.contains("part test of data"))
    let rows = rows(result.output)
    #expect(rows.count == 25)
    #expect(rows[0] == ["prediction"])
    let labels = try runner.scratch.read("data/t10k-labels-idx1-ubyte").dropFirst(8)
    // The best of few validation rows need not be perfect; guessing would give 6.
    let right = zip(rows.dropFirst(), labels).filter { $0[0] == "\($1)" }
    #expect(right.count >= 20)
  }

  @Test func probabilitiesInLabelOrder() throws {
    // More rows than one batch holds.
    let result = try runner.run("predict run data --probabilities --part train")
    let rows = rows(result.output)
    #expect(rows.count == 301)
    #expect(rows[0] == ["prediction"] + (0..<4).map { "probability:\($0)" })
    for row in rows.dropFirst() {
      let values = row.dropFirst().compactMap { Float(String($0)) }
      try #require(values.count == 4)
      #expect(abs(values.reduce(0, +) - 1) < 1e-5)
      #expect(values.indices.max { values[$0] < values[$1] } == Int(row[0]))
    }
  }

  @Test func aPrecisionShowsInTheProbabilities() throws {
    let float32 = try runner.run("predict run data --probabilities").output
    #expect(
      try runner.run("predict run data --probabilities --precision float32").output == float32)
    let bfloat16 = try runner.run("predict run data --probabilities --precision bf16").output
    #expect(bfloat16 != float32)
    for (a, b) in zip(rows(float32), rows(bfloat16)).dropFirst() {
      for (x, y) in zip(a, b).dropFirst() {
        #expect(abs(try #require(Float(x)) - (try #require(Float(y)))) < 0.1)
      }
    }
  }

  @Test func aFileHasTheBytesOfStandardOutput() throws {
    let printed = try runner.run("predict run data --probabilities")
    let written = try runner.run("predict run data --probabilities --out predictions.csv")
    #expect(written.status == 0)
    #expect(written.output.isEmpty)
    #expect(try runner.text("predictions.csv") == printed.output)
  }

  @Test func aPlaceThatCannotBeWritten() throws {
    let result = try runner.run("predict run data --out run/run.json/predictions.csv")
    #expect(result.status == 73, "\(result)")
    #expect(result.output.isEmpty)
  }

  #if os(Linux)
    @Test func aFullDeviceIsAnError() throws {
      let result = try runner.run("predict run data --out /dev/full")
      #expect(result.status == 74, "\(result)")
    }
  #endif
}
