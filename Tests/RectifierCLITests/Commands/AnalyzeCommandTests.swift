// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

@testable import RectifierCLI

@Suite struct AnalyzeCommandTests {
  private let runner: CommandRunner

  /// Networks 36-16-12-4 of rectifiers and 36-10-4 of tanh.
  init() throws {
    runner = try CommandRunner()
    try QuadrantFolder.write(in: runner.scratch, "data")
    for line in [
      "--hidden 16,12 --out run", "--hidden 10 --activation tanh --out smooth",
    ] {
      let result = try runner.run("train data --epochs 2 --quiet \(line)")
      #expect(result.status == 0, "\(result)")
    }
  }

  @Test func theDocument() throws {
    let result = try runner.run("analyze run data --against smooth --samples 20 --json")
    #expect(result.status == 0, "\(result)")
    let json = try JSONValue.parse(Array(result.output.utf8), path: "standard output")
    let models = try #require(json["models"]?.arrayValue)
    #expect(json["part"] == "test" && models.map { $0["model"] } == ["run", "smooth"])
    let evaluated = try runner.run("evaluate run data --json")
    let evaluation = try JSONValue.parse(Array(evaluated.output.utf8), path: "standard output")
    #expect(models[0]["errorRate"]?["value"] == evaluation["errorRate"])
    #expect(models[0]["sampleCount"] == 24 && models[0]["includesTrainingRows"] == false)
    let zeros = models[0]["zeros"]?["layers"]?.arrayValue?.map { $0["zeroFraction"]?["value"] }
    for (found, expected) in zip(
      try #require(zeros), try #require(evaluation["zeroFraction"]?.arrayValue))
    {
      #expect(abs(found!.doubleValue! - expected.doubleValue!) < 1e-12)
    }
    #expect(models[1]["zeros"]?["layers"]?.arrayValue?.first?["activation"] == "tanh")
    #expect(models[1]["disentangling"]?["sampleCount"] == 20)
    let again = try runner.run(
      "analyze run data --against smooth --samples 20 --json --threads 3")
    #expect(again.output == result.output)
  }

  @Test func theTextHasEverything() throws {
    let result = try runner.run("analyze run data --against smooth --part train")
    #expect(result.status == 0, "\(result)")
    for words in [
      "part        train of data: 80 rows", "caution     run learned from these rows",
      "Models\n", "36-16-12-4, rectifier", "36-10-4, tanh", "Zeros: which units are silent",
      "hidden.0 exact zeros", "hidden.1 dead units", "Variable size: ", "hidden.0 ρ with the ink",
      "Disentangling: ", "hidden.0 by 0.01: same units", "Separability: ",
      "hidden.1 as many random units", "Robustness: ", "all layers without 50 %",
      "hidden.0 with noise 0.3", "Storage: ", "hidden.0 bit mask and values",
      "In brackets: the 95 % interval.",
    ] {
      #expect(result.output.contains(words), "\(words): \(result.output)")
    }
  }

  @Test func onlyWhatIsAskedFor() throws {
    let result = try runner.run("analyze run data --only storage,zeros")
    #expect(result.status == 0 && result.output.contains("Storage: "))
    #expect(result.output.contains("Zeros: ") && !result.output.contains("Robustness: "))
  }

  @Test(arguments: [
    ("analyze run data --only zeroes", 64, "--only: unknown name 'zeroes'; did you mean 'zeros'?"),
    ("analyze run data --samples 9", 64, "--samples: expected a whole number from 10 on, found 9"),
    ("analyze run data --part trian", 64, "did you mean 'train'?"),
    ("analyze run data --resize", 64, "--resize"), ("analyze run", 64, "data"),
    ("analyze run nowhere", 66, "nowhere"), ("analyze nowhere data", 66, "nowhere"),
    ("analyze run data --against nowhere", 66, "nowhere"),
    ("analyze run data --part validation", 65, "with --part"),
  ])
  func whatCannotBeDone(line: String, status: Int32, words: String) throws {
    let result = try runner.run(line)
    #expect(result.status == status && result.output.isEmpty, "\(result)")
    #expect(result.errors.contains(words) && result.errors.hasPrefix("rectifier: "), "\(result)")
  }

  @Test func modelsOfOtherInputsAreRefused() throws {
    try QuadrantFolder.write(in: runner.scratch, "small", side: 4)
    _ = try runner.run("train small --hidden 5 --epochs 1 --out other --quiet")
    let result = try runner.run("analyze run data --against other")
    #expect(result.status == 64 && result.output.isEmpty)
    #expect(
      result.errors.contains("--against: other takes 16 features a sample, run takes 36"),
      "\(result)")
  }
}
