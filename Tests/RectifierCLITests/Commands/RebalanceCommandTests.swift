// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierInterchange
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct RebalanceCommandTests {
  private let runner: CommandRunner

  /// A trained network 36-16-12-4.
  init() throws {
    runner = try CommandRunner()
    try QuadrantFolder.write(in: runner.scratch, "data")
    _ = try runner.run("train data --hidden 16,12 --epochs 2 --out run --quiet")
  }

  @Test func powersOfTwoKeepPredictions() throws {
    let json = try runner.json("rebalance run --alpha 4,0.5 --check data --json")
    #expect(json.objectValue?.keys.sorted() == ["check", "isExact", "layers", "model"])
    #expect(json["model"] == "run/model-rebalanced.safetensors" && json["isExact"] == true)
    let layers = try #require(json["layers"]?.arrayValue)
    #expect(layers.map { $0["layer"] } == ["hidden.0", "hidden.1"])
    let factors = layers.compactMap { $0["factors"]?.arrayValue?.compactMap(\.doubleValue) }
    #expect(factors == [[4, 4], [0.5, 0.5]])
    #expect(json["check"]?["sampleCount"] == 24 && json["check"]?["part"] == "test")
    for key in ["changedOutputCount", "changedLabelCount", "largestLogitDifference"] {
      #expect(json["check"]?[key]?.doubleValue == 0, "\(key)")
    }
    let before = try runner.run("predict run data --probabilities").output
    let after = try runner.run("predict run/model-rebalanced.safetensors data --probabilities")
    #expect(after.output == before && !before.isEmpty)
    let models = try ["run/model.safetensors", "run/model-rebalanced.safetensors"].map {
      try Model(contentsOf: runner.scratch.file($0))
    }
    #expect(models[0].facts == models[1].facts && models[0].network != models[1].network)
  }

  @Test func unitNorms() throws {
    let json = try runner.json("rebalance run --unit-norm --out unit.safetensors --json")
    #expect(json["isExact"] == true && json["check"] == .null)
    for layer in try #require(json["layers"]?.arrayValue) {
      let norms = try #require(layer["unitNorms"]?.arrayValue).compactMap(\.doubleValue)
      #expect(norms.count == 2 && norms[0] > 0.7071 && norms[1] < 1.4143)
    }
    let again = try runner.run("rebalance unit.safetensors --unit-norm --out again.safetensors")
    #expect(again.status == 0, "\(again)")
    #expect(again.output.contains("hidden.0    × 1, norms of units "), "\(again)")
    #expect(again.output.contains("outputs     keep every bit"))
    #expect(
      try runner.scratch.read("unit.safetensors") == runner.scratch.read("again.safetensors"))
  }

  @Test func otherFactorsAreReported() throws {
    let result = try runner.run("rebalance run --alpha 3 --check data --part train")
    #expect(result.status == 0, "\(result)")
    for words in [
      "hidden.1    × 3, norms of units ", "outputs     are rounded in another way",
      "check       part train of data, 80 samples: ", " with other logits",
      " changed labels, largest logit difference ", "model       run/model-rebalanced.safetensors",
    ] {
      #expect(result.output.contains(words), "\(words): \(result.output)")
    }
    let unchecked = try runner.run("rebalance run --alpha 3")
    #expect(unchecked.output.contains("check       none; --check DATA shows what changes"))
  }

  @Test(arguments: [
    ("rebalance run", 64, "expected one of them, found neither"),
    ("rebalance run --alpha 2 --unit-norm", 64, "found both"),
    ("rebalance run --alpha 2,4,8", 64, "one for each of 2 hidden layers"),
    ("rebalance run --alpha 0", 64, "--alpha"),
    ("rebalance run --alpha 1e38", 64, "take factors nearer to 1"),
    ("rebalance run --alpha 2 --part train", 64, "--part: only with --check DATA"),
    ("rebalance run --alpha 2 --resize --data-dir x", 64, "--data-dir, --resize: only with"),
    ("rebalance run --alpha 2 --out run/model.safetensors", 64, "is the model itself"),
    ("rebalance run --alpha 2 --check nowhere", 66, "nowhere"),
    ("rebalance nothing --alpha 2", 66, "nothing"),
    ("rebalance run --alpha 2 --out run/run.json/x.safetensors", 73, "run/run.json"),
  ])
  func whatCannotBeDone(line: String, status: Int32, words: String) throws {
    let result = try runner.run(line)
    #expect(result.status == status, "\(result)")
    #expect(result.errors.contains(words) && result.output.isEmpty, "\(result)")
    #expect(result.errors.filter(\.isNewline).count == 1)
    #expect(!runner.exists("run/model-rebalanced.safetensors"))
  }

  @Test func otherUnitsAreNamed() throws {
    _ = try runner.run(
      "train data --hidden 5,4 --activation rectifier,tanh --epochs 1 --out smooth --quiet")
    let result = try runner.run("rebalance smooth --unit-norm")
    #expect(result.status == 64 && result.errors.contains("found tanh in hidden.1"), "\(result)")
    #expect(!runner.exists("smooth/model-rebalanced.safetensors"))
  }
}
