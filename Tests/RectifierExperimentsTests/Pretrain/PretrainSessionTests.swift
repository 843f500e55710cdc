// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierExperiments
import RectifierFiles
import RectifierInterchange
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@Suite struct PretrainSessionTests {
  private let scratch: ScratchFolder
  private let configuration: PretrainConfiguration
  /// 72 samples in batches of 20, two epochs, two layers.
  private let stepCount = 16

  init() throws {
    scratch = try ScratchFolder()
    var configuration = PretrainConfiguration(
      data: try QuadrantFolder.write(in: scratch, "data"))
    configuration.training.hiddenWidths = [6, 5]
    configuration.training.activationL1 = [0.001]
    configuration.training.batchSize = 20
    configuration.training.epochCount = 2
    configuration.training.threadCount = 1
    configuration.tiesWeights = true
    configuration.corruptions = [.saltAndPepper(zeros: 0.2, ones: 0.1), .masking(level: 0.3)]
    self.configuration = configuration
  }

  private func start(_ name: String, stop: @escaping () -> Bool = { false }) throws -> Bool {
    let session = try PretrainSession.start(
      configuration, out: scratch.file(name), environment: [:])
    return try session.run(PretrainEvents(shouldStop: stop))
  }

  private func resume(_ name: String) throws -> Bool {
    try PretrainSession.resume(scratch.file(name), threadCount: 2, environment: [:])
      .run(PretrainEvents())
  }

  private func record(_ name: String) throws -> PretrainRecord {
    try PretrainRecord(contentsOf: scratch.file("\(name)/run.json"))
  }

  /// The columns of metrics.csv that no clock shows in.
  private func metrics(_ name: String) throws -> [[String]] {
    String(decoding: try scratch.read("\(name)/metrics.csv"), as: UTF8.self)
      .split(separator: "\n").map { $0.split(separator: ",").prefix(7).map(String.init) }
  }

  private func expectSameRun(
    _ name: String, as other: String, location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(
      try scratch.names(in: name).filter { !$0.hasPrefix(".") }
        == ["autoencoder.0.safetensors", "autoencoder.1.safetensors", "metrics.csv", "run.json"],
      sourceLocation: location)
    for layer in 0..<2 {
      let file = "autoencoder.\(layer).safetensors"
      #expect(
        try scratch.read("\(name)/\(file)") == scratch.read("\(other)/\(file)"),
        "\(name)/\(file)", sourceLocation: location)
    }
    #expect(try record(name).layers == record(other).layers, sourceLocation: location)
    #expect(try metrics(name) == metrics(other), sourceLocation: location)
  }

  @Test func stoppedAtAnyStepItResumesToTheSameBytes() throws {
    #expect(try start("whole"))
    #expect(try metrics("whole").count == 5 && record("whole").layers.count == 2)
    for stop in 1..<stepCount {
      var steps = 0
      let finished = try start("stop\(stop)") {
        steps += 1
        return steps >= stop
      }
      #expect(!finished)
      #expect(try record("stop\(stop)").status == .stopped)
      #expect(try resume("stop\(stop)"))
      try expectSameRun("stop\(stop)", as: "whole")
    }
  }

  @Test func whateverCannotBeWrittenTheRunGoesOnLater() throws {
    #expect(try start("whole"))
    var faultCount = 0
    while true {
      let name = "fault\(faultCount)"
      let (counter, faulty) = (WriteCount(), faultCount)
      let failed = FaultHook.with({ _, _ in counter.next() == faulty ? ENOSPC : nil }) {
        (try? start(name)) == nil
      }
      guard counter.count > faultCount else { break }
      #expect(failed, "fault \(faultCount)")
      let names = (try? scratch.names(in: name)) ?? []
      #expect(names.filter { $0.hasSuffix(AtomicFile.temporarySuffix) } == [])
      if names.contains("run.json") {
        #expect(try resume(name))
        try expectSameRun(name, as: "whole")
      }
      faultCount += 1
    }
    #expect(faultCount > 10)
  }

  /// What is in the folder is what the library gives, layer by layer.
  @Test func theFolderHoldsWhatTheLibraryGives() throws {
    #expect(try start("run"))
    let models = try PretrainedLayers.read(scratch.file("run"))
    #expect(models.map(\.network.architecture.widths) == [[36, 6, 36], [6, 5, 6]])
    for (model, options) in zip(models, configuration.autoencoderOptions) {
      #expect(model.facts.options == options.training && model.network.hasTiedWeights)
    }
    #expect(models[0].facts.options.seed != models[1].facts.options.seed)
    let results = try record("run").layers
    #expect(results.map(\.reconstructionError) == models.map { $0.facts.validationLoss })
  }

  @Test func aFinishedRunIsLeftAlone() throws {
    #expect(try start("run"))
    let before = try scratch.read("run/run.json")
    #expect(try resume("run"))
    #expect(try scratch.read("run/run.json") == before)
  }

  @Test func trainingBeginsFromTheLayers() throws {
    #expect(try start("layers"))
    var training = configuration.training
    training.learningRate = 1e-30
    training.epochCount = 1
    training.pretrained = scratch.file("layers")
    let session = try TrainingSession.start(
      training, out: scratch.file("tuned"), environment: [:])
    #expect(try session.run(TrainingEvents()))
    let model = try Model(contentsOf: scratch.file("tuned/model.safetensors"))
    let drawn = Network(
      model.network.architecture, seed: Seed(training.seed), initializer: training.initializer)
    let expected = try drawn.replacingHiddenLayers(
      with: PretrainedLayers.read(scratch.file("layers")).map(\.network))
    // A step of 1e-30 is too small to change a weight, and moves zero biases by next to nothing.
    for (found, begun) in zip(model.network.tensors(), expected.tensors()) {
      #expect(zip(found.values, begun.values).allSatisfy { abs($0 - $1) < 1e-25 }, "\(found.name)")
    }
    #expect(drawn != expected)
    let record = try RunRecord(contentsOf: scratch.file("tuned/run.json"))
    #expect(record.configuration.pretrained == PathName.absolute(scratch.file("layers")))
  }

  @Test func onlyLayersThatFitAreTaken() throws {
    #expect(try start("layers"))
    #expect(!(try start("stopped") { true }))
    func refusal(
      _ folder: String, _ change: (inout TrainConfiguration) -> Void = { _ in }
    ) throws -> PretrainedLayersError? {
      var training = configuration.training
      training.pretrained = scratch.file(folder)
      change(&training)
      let error = #expect(throws: PretrainedLayersError.self) {
        try TrainingSession.start(training, out: scratch.file("none"), environment: [:])
      }
      #expect(error?.description.contains("\n") == false)
      return error
    }
    let path = scratch.file("layers")
    #expect(try refusal("nowhere") == .missing(path: scratch.file("nowhere")))
    #expect(
      try refusal("data") == .notARun(path: scratch.file("data"), found: "no run.json in it"))
    #expect(try refusal("stopped") == .unfinished(path: scratch.file("stopped")))
    for (text, change) in [
      ("6-4, rectifier", { $0.hiddenWidths = [6, 4] }), ("6, rectifier", { $0.hiddenWidths = [6] }),
      ("6-5, tanh", { $0.activations = [.tanh] }),
      ("6-5, rectifier, sign mask", { $0.hasSignMask = true }),
    ] as [(String, (inout TrainConfiguration) -> Void)] {
      #expect(
        try refusal("layers", change)
          == .otherLayers(path: path, expected: text, found: "6-5, rectifier"))
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.file("none")))
    _ = try TrainingSession.start(
      configuration.training, out: scratch.file("plain"), environment: [:])
    guard case .notARun = try refusal("plain") else {
      Issue.record("a run of train was taken")
      return
    }
  }
}

/// Counts the writes of one thread.
private final class WriteCount: @unchecked Sendable {
  private(set) var count = 0

  func next() -> Int {
    defer { count += 1 }
    return count
  }
}
