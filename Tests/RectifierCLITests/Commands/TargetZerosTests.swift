// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

/// `train --target-zeros`: what is said while it goes on, at the end, and in the run's files.
@Suite struct TargetZerosTests {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try QuadrantFolder.write(in: runner.scratch, "data")
  }

  private func train(_ flags: String) throws -> CommandResult {
    let result = try runner.run("train data --hidden 16,8 --batch-size 4 " + flags)
    #expect(result.status == 0, "\(result)")
    return result
  }

  @Test func theCoefficientOfEveryEpochIsReported() throws {
    let result = try train("--target-zeros 0.7 --epochs 12 --progress plain --out run")
    let lines = result.errors.split(separator: "\n").filter { $0.hasPrefix("epoch ") }
    #expect(lines.count == 12 && lines.allSatisfy { $0.contains("  L1 ") }, "\(result.errors)")
    #expect(lines[0].contains("  L1 0.0021"), "\(lines[0])")
    let metrics = try runner.text("run/metrics.csv").split(separator: "\n")
    #expect(metrics.count == 13 && metrics[0].contains(",activationL1,isBest,"))
    let record = try JSONValue.parse(runner.scratch.read("run/run.json"), path: "run.json")
    let target = try #require(record["results"]?["zeroTarget"])
    #expect(target["target"]?.floatValue == 0.7)
    #expect(target["activationL1PerEpoch"]?.arrayValue?.count == 12)
    #expect(result.output.contains("\ntarget      70.0 % zeros"), "\(result.output)")
    let inspected = try runner.run("inspect run").output
    #expect(inspected.contains(" for 70.0 % zeros"), "\(inspected)")
  }

  @Test func aTargetThatIsNotReachedIsSaidLoudly() throws {
    let result = try train("--target-zeros 0.05 --epochs 4 --out run")
    #expect(
      result.output.contains(
        "\ntarget      5.0 % zeros NOT REACHED: without any penalty there are more, "),
      "\(result.output)")
    let late = try train("--target-zeros 0.99 --epochs 2 --out late")
    #expect(
      late.output.contains("\ntarget      99.0 % zeros NOT REACHED: the nearest epoch is kept, "),
      "\(late.output)")
    #expect(late.output.contains("; try more --epochs, or another --activation-l1 to begin at\n"))
    let json = try train("--target-zeros 0.05 --epochs 4 --out again --json").output
    let document = try JSONValue.parse(Array(json.utf8), path: "standard output")
    #expect(document["zeroTarget"]?["isReached"] == false)
  }

  @Test func aResumedRunGoesOnWithItsCoefficients() throws {
    _ = try train("--target-zeros 0.7 --epochs 6 --out whole --quiet")
    let record = try runner.text("whole/run.json")
    let again = try runner.run("train --config whole/run.json --out again --threads 2 --quiet")
    #expect(again.status == 0, "\(again)")
    for file in ["model.safetensors", "checkpoint.safetensors"] {
      #expect(
        try runner.scratch.read("again/\(file)") == runner.scratch.read("whole/\(file)"), "\(file)")
    }
    #expect(record.contains("\"targetZeros\": 0.7"))
    #expect(try runner.run("train --resume whole").output.contains("\ntarget      70.0 % zeros"))
  }

  @Test func sweepsVaryIt() throws {
    let result = try runner.run(
      "sweep data --vary target-zeros=0.6,0.8 --hidden 16 --epochs 3 --out swept")
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("target-zeros"))
  }
}
