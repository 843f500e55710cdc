// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles
import RectifierTestSupport
import Testing

@Suite(.timeLimit(.minutes(2))) struct PretrainCommandTests {
  private let runner: CommandRunner
  private let small = "pretrain data --hidden 8,5 --epochs 3"

  init() throws {
    runner = try CommandRunner()
    try QuadrantFolder.write(in: runner.scratch, "data")
  }

  private func json(_ result: CommandResult) throws -> JSONValue {
    try JSONValue.parse(Array(result.output.utf8), path: "standard output")
  }

  @Test func aRunLeavesItsLayersAndWhatIsProposedWorks() throws {
    let result = try runner.run(small + " --sign-mask --activation rectifier,softplus:2")
    #expect(result.status == 0, "\(result)")
    #expect(
      try runner.scratch.names(in: "runs/data-pretrain-1")
        == ["autoencoder.0.safetensors", "autoencoder.1.safetensors", "metrics.csv", "run.json"])
    #expect(result.output.hasPrefix("hidden.0    reconstruction error "))
    #expect(try runner.text("runs/data-pretrain-1/metrics.csv").split(separator: "\n").count == 7)
    let proposal = try #require(
      result.output.split(separator: "\n").first { $0.hasPrefix("  rectifier ") })
    let next = try runner.run(
      String(proposal.dropFirst("  rectifier ".count)) + " --epochs 2 --out tuned")
    #expect(next.status == 0, "\(proposal): \(next)")
    let record = try JSONValue.parse(runner.scratch.read("tuned/run.json"), path: "run.json")
    let folder = record["configuration"]?["initFrom"]?.stringValue
    #expect(folder?.hasSuffix("/runs/data-pretrain-1") == true)
  }

  @Test func progressIsALineAnEpochOfEachLayer() throws {
    let result = try runner.run(small)
    let lines = result.errors.split(separator: "\n").map(String.init)
    #expect(lines.count == 9, "\(lines)")
    #expect(lines[1].hasPrefix("36-8-5, rectifier; decoder softplus; masking:0.25; "))
    for (number, line) in lines.dropFirst(3).enumerated() {
      #expect(line.hasPrefix("hidden.\(number / 3)  epoch \(number % 3 + 1)/3  loss "), "\(line)")
      #expect(line.contains("zeros") && line.contains("dead"))
    }
  }

  @Test func theDocumentHasItsStableKeys() throws {
    let result = try runner.run(small + " --json --quiet --threads 2 --out run")
    #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
    let json = try json(result)
    #expect(
      json.objectValue?.keys.sorted() == ["instructionSet", "layers", "run", "threads"])
    let layers = try #require(json["layers"]?.arrayValue)
    #expect(layers.count == 2)
    #expect(
      layers[0].objectValue?.keys.sorted()
        == ["bestEpoch", "deadUnitCount", "reconstructionError", "zeroFraction"])
  }

  @Test(arguments: [
    "sign-mask", "activation absolute-tanh", "activation-l1 0.1", "decoder linear", "tied",
    "decoder rectifier", "decoder logistic", "decoder-biases mean",
    "decoder softplus,linear-pre-activation",
    "corruption none", "corruption masking:0.5", "corruption gaussian:0.1",
    "corruption salt-and-pepper:0.2", "corruption masking:0.25,masking:0.3", "learning-rate 0.02",
    "batch-size 7", "seed 2", "validation-draw random", "initializer he-normal", "validation 20",
  ])
  func everyOptionChangesTheLayers(option: String) throws {
    #expect(try runner.run("\(small) --out plain").status == 0)
    let changed = try runner.run("\(small) --\(option) --out changed")
    #expect(changed.status == 0, "\(changed)")
    #expect(
      try runner.scratch.read("plain/autoencoder.1.safetensors")
        != runner.scratch.read("changed/autoencoder.1.safetensors"))
  }

  @Test func theSameBytesOnAnyThreads() throws {
    for (threads, set) in [(1, "portable"), (2, "portable")] {
      let result = try runner.run(
        "\(small) --tied --threads \(threads) --out run\(threads)",
        environment: ["RECTIFIER_ISA": set])
      #expect(result.status == 0, "\(result)")
    }
    _ = try runner.run("\(small) --tied --out run3")
    for layer in 0..<2 {
      let files = try (1...3).map {
        try runner.scratch.read("run\($0)/autoencoder.\(layer).safetensors")
      }
      #expect(files.allSatisfy { $0 == files[0] })
    }
  }

  @Test func aStoppedRunResumesToTheSameBytes() throws {
    let long = "pretrain data --hidden 16,8 --epochs 200 --progress none"
    #expect(try runner.run(long + " --out whole").status == 0)
    let command = try runner.start(
      (long + " --out run").split(separator: " ").map(String.init))
    while !runner.exists("run/metrics.csv"), command.isRunning { usleep(1000) }
    try #require(command.isRunning)
    command.send(SIGINT)
    let stopped = try command.wait()
    #expect(stopped.status == 130, "\(stopped)")
    #expect(stopped.errors.contains("rectifier pretrain --resume run"))
    let resumed = try runner.run("pretrain --resume run --quiet")
    #expect(resumed.status == 0, "\(resumed)")
    for layer in 0..<2 {
      #expect(
        try runner.scratch.read("run/autoencoder.\(layer).safetensors")
          == runner.scratch.read("whole/autoencoder.\(layer).safetensors"))
    }
    let again = try runner.run("pretrain --resume run")
    #expect(again.status == 0 && again.errors.contains("nothing is left to do"))
  }

  @Test(arguments: [
    ("pretrain", 64, "DATA"), ("pretrain data --hidden none", 64, "--hidden"),
    ("pretrain data --hidden 8,5 --activation tanh", 64, "use the linear decoder"),
    ("pretrain data --corruption fog", 64, "unknown name 'fog'"),
    ("pretrain data --hidden 8,5 --decoder linear,linear,linear", 64, "--decoder"),
    ("pretrain data --resume run", 64, "not to be used with --resume"),
    ("pretrain --resume nowhere", 66, "no such folder"), ("pretrain nowhere", 66, "nowhere"),
    ("pretrain data --hidden 8 --learning-rate 1e30", 76, "hidden.0: training: diverged"),
    ("train data --hidden 8,5 --init-from nowhere", 66, "--init-from 'nowhere'"),
    ("train data --hidden 8,5 --init-from data", 65, "no run.json"),
    ("train data --hidden none --init-from data", 64, "--init-from"),
  ])
  func whatCannotBeUsedIsNamed(line: String, status: Int32, text: String) throws {
    let result = try runner.run(line + (line.hasPrefix("train") ? "" : " --progress none"))
    #expect(result.status == status, "\(result)")
    #expect(result.errors.contains(text), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func layersOfAnotherShapeAreRefusedBeforeAnythingIsWritten() throws {
    #expect(try runner.run(small + " --out layers").status == 0)
    let result = try runner.run("train data --hidden 8,6 --init-from layers --out run")
    #expect(result.status == 64, "\(result)")
    #expect(result.errors.contains("expected hidden layers of 8-6, rectifier, found 8-5"))
    #expect(!runner.exists("run"))
  }

  @Test func inspectShowsAnAutoencoder() throws {
    #expect(try runner.run(small + " --tied --out run").status == 0)
    let result = try runner.run("inspect run/autoencoder.1.safetensors")
    #expect(result.output.hasPrefix("network     8-5-8, rectifier\n"), "\(result)")
    #expect(result.output.contains(", corruption masking:0.25, tied weights\n"))
  }
}
