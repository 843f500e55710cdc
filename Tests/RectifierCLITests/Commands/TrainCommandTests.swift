// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierTestSupport
import Testing

@Suite struct TrainCommandTests {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try QuadrantFolder.write(in: runner.scratch, "data")
  }

  private let small = "train data --hidden 8,5 --epochs 3"

  private func json(_ result: CommandResult) throws -> JSONValue {
    try JSONValue.parse(Array(result.output.utf8), path: "standard output")
  }

  @Test func aRunLeavesItsFourFilesAndASummary() throws {
    let result = try runner.run(small)
    #expect(result.status == 0, "\(result)")
    #expect(
      try runner.scratch.names(in: "runs/data-1")
        == ["checkpoint.safetensors", "metrics.csv", "model.safetensors", "run.json"])
    #expect(result.output.hasPrefix("test        error "))
    #expect(result.output.contains("  rectifier inspect runs/data-1/model.safetensors\n"))
    #expect(try runner.text("runs/data-1/metrics.csv").split(separator: "\n").count == 4)
    let record = try JSONValue.parse(
      runner.scratch.read("runs/data-1/run.json"), path: "run.json")
    #expect(record["status"] == "finished")
    #expect(record["configuration"]?["hidden"] == [8, 5])
    #expect(record["data"]?["training"]?["sampleCount"] == 72)
  }

  @Test func whatIsProposedWorks() throws {
    let result = try runner.run(small)
    let proposals = result.output.split(separator: "\n").filter { $0.hasPrefix("  rectifier ") }
    #expect(proposals.count == 3)
    for proposal in proposals {
      let next = try runner.run(String(proposal.dropFirst("  rectifier ".count)))
      #expect(next.status == 0, "\(proposal): \(next)")
    }
  }

  @Test func theDocumentHasItsStableKeys() throws {
    let result = try runner.run(small + " --json --quiet --threads 2 --out run")
    #expect(result.status == 0, "\(result)")
    #expect(result.errors.isEmpty)
    let json = try json(result)
    let keys = [
      "bestEpoch", "deadUnitCount", "epochCount", "errorRate", "evaluationSecondsPerEpoch",
      "instructionSet", "loss", "model", "part", "run", "sampleCount", "secondsPerEpoch",
      "testErrorRate", "threads", "validationErrorRate", "zeroFraction",
    ]
    #expect(json.objectValue?.keys.sorted() == keys)
    #expect(json["zeroFraction"]?.arrayValue?.count == 2)
    #expect(json["deadUnitCount"]?.arrayValue?.count == 2)
    #expect(json["secondsPerEpoch"]?.arrayValue?.count == 3)
    #expect(json["errorRate"] == json["testErrorRate"])
    #expect(json["part"] == "test")
    #expect(json["sampleCount"] == 24)
    #expect(json["threads"] == 2)
    #expect(json["run"] == "run")
  }

  @Test func withoutATestPartTheValidationPartIsMeasured() throws {
    try QuadrantFolder.write(in: runner.scratch, "alone", testCount: 0)
    let result = try runner.run("train alone --hidden 8 --epochs 2 --json")
    #expect(result.status == 0, "\(result)")
    let json = try json(result)
    #expect(json["part"] == "validation")
    #expect(json["testErrorRate"] == .null)
    #expect(json["errorRate"] == json["validationErrorRate"])
    #expect(json["sampleCount"] == 8)
  }

  @Test func epochsHaveAsManySamplesAsOneSays() throws {
    let line = "train data --hidden 8 --epochs 4 --quiet --epoch-samples"
    let result = try runner.run("\(line) 36 --out run")
    #expect(result.status == 0, "\(result)")
    let model = try runner.run("inspect run/model.safetensors")
    #expect(model.output.contains("batch size 10, 36 samples an epoch, patience 0"))
    // 72 rows to learn from: the same steps, with fewer validations.
    _ = try runner.run("\(line) 72 --out counted")
    _ = try runner.run("train data --hidden 8 --epochs 4 --quiet --out plain")
    #expect(try runner.scratch.read("counted/metrics.csv").count > 0)
    let errors = try ["counted", "plain"].map { folder in
      try json(runner.run("inspect \(folder)/model.safetensors --json"))["training"]?[
        "validationLoss"]
    }
    #expect(errors[0] != nil && errors[0] == errors[1])
    let wrong = try runner.run("\(line) 9")
    #expect(wrong.status == 64)
    #expect(
      wrong.errors.contains("--epoch-samples: expected a whole number from the batch size, 10"))
  }

  @Test func aFewEpochsLearnTheQuadrants() throws {
    let result = try runner.run("train data --hidden 16 --epochs 30 --json --quiet")
    #expect(try json(result)["errorRate"]?.doubleValue == 0, "\(result)")
  }

  @Test func progressIsALineAnEpochWhereThereIsNoTerminal() throws {
    for style in ["", " --progress plain"] {
      let result = try runner.run(small + style)
      let lines = result.errors.split(separator: "\n").map(String.init)
      #expect(lines.count == 6, "\(lines)")
      #expect(lines[0].contains("72 samples to learn from, validation 8, test 24"))
      #expect(lines[1].contains("36-8-5-4, rectifier: "))
      for epoch in 1...3 {
        let line = lines[2 + epoch]
        #expect(line.hasPrefix("epoch \(epoch)/3  loss "), "\(line)")
        for word in ["validation", "zeros", "dead", " s"] { #expect(line.contains(word)) }
      }
      #expect(!result.errors.contains("\u{1B}"))
    }
  }

  @Test(arguments: ["--quiet", "--progress none"])
  func progressCanBeSilent(flag: String) throws {
    let result = try runner.run("\(small) \(flag)")
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.contains("test        error"))
  }

  @Test func aBarRedrawsItsLine() throws {
    let result = try runner.run(small + " --progress bar", environment: ["TERM": "xterm"])
    #expect(result.status == 0)
    #expect(result.errors.contains("\r\u{1B}[Kepoch 1/3 [==>"), "\(result.errors)")
  }

  @Test func aRunThatDivergesSaysWhere() throws {
    let result = try runner.run("train data --hidden 8 --epochs 50 --learning-rate 1e30 --out run")
    #expect(result.status == 76, "\(result)")
    #expect(result.errors.contains("epoch"))
    #expect(!runner.exists("run/model.safetensors"))
    #expect(try runner.text("run/run.json").contains("\"status\": \"failed\""))
  }

  @Test func modelsAreTheSameBytesHoweverTheyAreMade() throws {
    let variants: [(threads: Int, environment: [String: String])] = [
      (1, [:]), (2, [:]), (1, ["RECTIFIER_ISA": "portable"]), (2, ["RECTIFIER_ISA": "avx2"]),
      (2, ["RECTIFIER_ISA": "avx512"]), (1, ["RECTIFIER_ISA": "neon"]),
    ]
    var models: [[UInt8]] = []
    for (threads, environment) in variants {
      let result = try runner.run(
        "\(small) --sign-mask --activation-l1 0.001 --threads \(threads) --out run\(models.count)",
        environment: environment)
      // A set that this CPU lacks is a usage error, asserted elsewhere.
      if result.status == 64, environment["RECTIFIER_ISA"] != "portable" { continue }
      #expect(result.status == 0, "\(result)")
      models.append(try runner.scratch.read("run\(models.count)/model.safetensors"))
    }
    #expect(models.count >= 3)
    #expect(models.allSatisfy { $0 == models[0] })
  }

  @Test func anotherSeedIsAnotherModel() throws {
    for seed in [1, 2] { _ = try runner.run("\(small) --seed \(seed) --out run\(seed)") }
    #expect(
      try runner.scratch.read("run1/model.safetensors")
        != runner.scratch.read("run2/model.safetensors"))
  }

  @Test func adamIsTheSameBytesOnAnyThreads() throws {
    for threads in [1, 2] {
      _ = try runner.run(
        "\(small) --optimizer adam --schedule cosine --weight-l2 0.001 --threads \(threads)"
          + " --out run\(threads)")
    }
    #expect(
      try runner.scratch.read("run1/checkpoint.safetensors")
        == runner.scratch.read("run2/checkpoint.safetensors"))
  }

  @Test(arguments: [
    ("optimizer adam", "with adam each"), ("optimizer momentum", "with momentum each"),
    ("weight-l2 0.1", "with weight L2 each"), ("schedule cosine", nil),
  ])
  func thatEveryRowIsTouchedIsSaidOnce(option: String, text: String?) throws {
    let result = try runner.run("\(small) --\(option)")
    #expect(result.status == 0, "\(result)")
    let lines = result.errors.split(separator: "\n").filter { $0.contains("every weight row") }
    #expect(lines.count == (text == nil ? 0 : 1))
    if let text { #expect(result.errors.contains(text)) }
  }

  @Test(arguments: [
    "sign-mask", "activation tanh", "activation-l1 0.1", "validation-draw random",
    "weight-l2 0.1", "optimizer momentum", "optimizer adam", "schedule cosine",
    "schedule exponential:0.5",
  ])
  func everyOptionChangesTheModel(option: String) throws {
    _ = try runner.run("\(small) --out plain")
    _ = try runner.run("\(small) --\(option) --out changed")
    #expect(
      try runner.scratch.read("plain/checkpoint.safetensors")
        != runner.scratch.read("changed/checkpoint.safetensors"))
  }

  @Test func aClosedPipeEndsQuietly() throws {
    let result = try runner.runWithClosedOutput(["inspect", "--help"])
    #expect(result.errors.isEmpty, "\(result.errors)")
  }
}
