// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierInterchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct ModelSafetensorsTests {
  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func model(
    activations: [Activation] = [.rectifier, .softplus(sharpness: 2)], hasSignMask: Bool = true,
    head: OutputHead = .softmax(classCount: 3), imageShape: ImageShape? = nil, seed: UInt64 = .max,
    epoch: Int = 4
  ) throws -> Model {
    let architecture = try Architecture(
      inputCount: 6, hiddenWidths: [8, 5], activations: activations, hasSignMask: hasSignMask,
      head: head)
    let options = TrainingOptions(
      activationL1: [0.001, 0], learningRate: 0.1, batchSize: 5, epochCount: 9, patience: 2,
      seed: Seed(seed))
    var labels: [String] = []
    if case .softmax(let count) = head { labels = (0..<count).map { "\"\($0)\" ä\n\u{1}" } }
    let trained = epoch > 0
    return Model(
      network: Network.drawn(architecture), preprocessing: Preprocessing(divisor: 255),
      imageShape: imageShape, labels: labels,
      facts: TrainingFacts(
        options: options, training: DataFacts(rowCount: 23, checksum: "crc32:00c0ffee"),
        validation: DataFacts(rowCount: 11, checksum: "crc32:ffffffff"), epoch: epoch,
        validationErrorRate: trained && !labels.isEmpty ? 1.0 / 3 : nil,
        validationLoss: trained ? 0.1 : nil, zeroFraction: trained ? [0.5, 1e-300] : [],
        deadUnitCount: trained ? [0, 5] : []))
  }

  private func models() throws -> [Model] {
    [
      try model(), try model(imageShape: ImageShape(height: 2, width: 3, channels: 1)),
      try model(hasSignMask: false, seed: 0, epoch: 0),
      try model(activations: [.absoluteTanh, .leakyIntegrateAndFire]),
    ]
  }

  private func modelsOfEveryHead() throws -> [Model] {
    try OutputHead.all(outputCount: 2).map { try model(head: $0) }
  }

  /// Writes a model's file with changed content, and returns the path.
  private func written(
    _ model: Model,
    _ change: (inout [Safetensors.Entry], inout [String: String]) throws -> Void
  ) throws -> String {
    try model.write(to: folder.file("whole"))
    let file = try SafetensorsFile(contentsOf: folder.file("whole"), doing: "reading a model")
    var entries = try file.entries()
    var metadata = file.metadata
    try change(&entries, &metadata)
    return try folder.write(Safetensors.encode(entries, metadata: metadata), "changed")
  }

  private func refusal(_ path: String) -> SafetensorsError? {
    let error = #expect(throws: SafetensorsError.self) { try Model(contentsOf: path) }
    #expect(error?.description.contains(path) == true)
    #expect(error?.description.contains("\n") == false)
    return error
  }

  @Test func returnsWhatWasWritten() throws {
    for model in try models() + modelsOfEveryHead() {
      let path = folder.file("model")
      try model.write(to: path)
      #expect(try Model(contentsOf: path) == model)
    }
  }

  @Test func theSameModelHasTheSameBytes() throws {
    for model in try models() + modelsOfEveryHead() {
      try model.write(to: folder.file("a"))
      try model.write(to: folder.file("b"))
      try Model(contentsOf: folder.file("a")).write(to: folder.file("c"))
      #expect(try folder.read("a") == folder.read("b"))
      #expect(try folder.read("a") == folder.read("c"))
    }
  }

  @Test func laterVersionsAreRefused() throws {
    // Nothing else of a later version is looked at.
    let path = try written(try model()) { entries, metadata in
      entries = []
      metadata = ["format": "rectifier-model", "formatVersion": "2"]
    }
    #expect(refusal(path) == .laterVersion(path: path, version: "2", newest: "1"))
  }

  @Test func aCheckpointIsReadAsItsLastModelAndAModelIsNoCheckpoint() throws {
    let run = try SmallRun(hasSignMask: false).begun(SmallRun.execution(0))
    _ = try run.epoch()
    _ = try run.step()
    let checkpoint = folder.file("checkpoint")
    try run.checkpoint().write(to: checkpoint)
    #expect(try Model(contentsOf: checkpoint) == run.last)
    #expect(try Model(contentsOf: checkpoint) != run.best)
    let model = folder.file("model")
    try run.last.write(to: model)
    #expect(
      throws: SafetensorsError.metadata(
        path: model, key: "format", expected: "\"rectifier-checkpoint\"",
        found: "\"rectifier-model\"")
    ) { try Checkpoint(contentsOf: model) }
  }

  @Test(arguments: [
    "format", "formatVersion", "architecture", "preprocessing", "imageShape", "labels", "facts",
  ])
  func everyMetadataKeyIsNeeded(key: String) throws {
    // The last character of a number's only digit leaves nothing, and so is no number either.
    for damage: (String) -> String? in [{ _ in nil }, { String($0.dropLast()) }, { _ in "?" }] {
      let path = try written(try model()) { $1[key] = damage($1[key]!) }
      guard case .metadata(path, let found, _, _) = refusal(path) else {
        Issue.record("\(key): another error")
        continue
      }
      #expect(found == key)
    }
  }

  @Test(arguments: [
    ("architecture", "{}"), ("architecture", "[]"), ("preprocessing", #"{"divisor":0}"#),
    ("preprocessing", #"{"divisor":"1"}"#), ("preprocessing", #"{"divisor":1e39}"#),
    ("imageShape", #"{"height":2,"width":2,"channels":1}"#),
    ("imageShape", #"{"height":0,"width":6,"channels":1}"#),
    ("imageShape", #"{"height":4194304,"width":4194304,"channels":4194304}"#),
    ("labels", #"["a","b"]"#), ("labels", #"["a","b","a"]"#), ("labels", "[1,2,3]"),
    ("labels", "null"), ("facts", "{}"), ("facts", "null"),
  ])
  func metadataThatMakesNoSenseIsRefused(key: String, text: String) throws {
    let path = try written(try model()) { $1[key] = text }
    guard case .metadata(path, let found, _, _) = refusal(path) else {
      Issue.record("\(key) \(text): another error")
      return
    }
    #expect(found.hasPrefix(key))
  }

  @Test(arguments: [
    (#""seed":"18446744073709551615""#, #""seed":"18446744073709551616""#, "facts.options.seed"),
    (#""optimizer":"sgd""#, #""optimizer":"adam""#, "facts.options.optimizer"),
    (#""batchSize":5"#, #""batchSize":0"#, "facts.options.batchSize"),
    (#""epoch":4"#, #""epoch":-4"#, "facts.epoch"),
    (#""rowCount":23"#, #""rowCount":2.5"#, "facts.training.rowCount"),
    (#""deadUnitCount":[0,5]"#, #""deadUnitCount":[0,-5]"#, "facts.deadUnitCount[1]"),
  ])
  func factsThatMakeNoSenseAreRefused(old: String, new: String, key: String) throws {
    let path = try written(try model()) { _, metadata in
      let parts = metadata["facts"]!.split(separator: old, omittingEmptySubsequences: false)
      #expect(parts.count == 2)
      metadata["facts"] = parts.joined(separator: new)
    }
    guard case .metadata(path, key, _, _) = refusal(path) else {
      Issue.record("\(key): another error")
      return
    }
  }

  private enum Damage: String, CaseIterable {
    case missing, otherShape, otherType, notANumber, infinite
  }

  @Test func everyTensorIsChecked() throws {
    let model = try model()
    for (position, (name, shape)) in model.network.architecture.tensorShapes.enumerated() {
      for damage in Damage.allCases {
        let path = try written(model) { entries, _ in
          var values = model.network.tensors()[position].values
          switch damage {
          case .missing: entries.remove(at: position)
          case .otherType:
            entries[position] = .init(
              name: name, shape: shape, values: .float64(values.map(Double.init)))
          case .otherShape:
            entries[position] = .init(
              name: name, shape: shape.reversed() + [1], values: .float32(values))
          case .notANumber, .infinite:
            values[values.count - 1] = damage == .infinite ? -.infinity : .nan
            entries[position] = .init(name: name, shape: shape, values: .float32(values))
          }
        }
        guard case .tensor(path, name, _, _, _) = refusal(path) else {
          Issue.record("\(name) \(damage): another error")
          continue
        }
      }
    }
  }

  @Test func aTensorTooManyIsRefused() throws {
    let path = try written(try model()) { entries, _ in
      entries.append(.init(name: "hidden.2.bias", shape: [1], values: .float32([0])))
    }
    guard case .tensor(path, "hidden.2.bias", _, _, _) = refusal(path) else {
      Issue.record("another error")
      return
    }
  }

  @Test func halfASignIsRefusedWhereItStands() throws {
    let path = try written(try model()) { entries, _ in
      let position = entries.firstIndex { $0.name == "hidden.0.sign" }!
      entries[position] = .init(
        name: "hidden.0.sign", shape: [8], values: .float32([1, 1, 0.5, 1, -1, -1, -1, -1]))
    }
    let file = try SafetensorsFile(contentsOf: path, doing: "reading a model")
    let begin = try file.tensor("hidden.0.sign").byteRange.lowerBound
    #expect(
      refusal(path)
        == .tensor(
          path: path, name: "hidden.0.sign", offset: begin + 8, expected: "+1 or -1", found: "0.5"))
  }

  @Test func aPartOfAFileIsRefused() throws {
    try model().write(to: folder.file("whole"))
    let bytes = try folder.read("whole")
    for count in Array(stride(from: 0, to: bytes.count, by: 13)) + [bytes.count - 1] {
      let path = try folder.write(Array(bytes[..<count]), "part")
      #expect(throws: SafetensorsError.self, "\(count) bytes") { try Model(contentsOf: path) }
    }
  }

  @Test func aWrongByteNeverTraps() throws {
    try model().write(to: folder.file("whole"))
    var bytes = try folder.read("whole")
    for position in stride(from: 0, to: bytes.count, by: 3) {
      let byte = bytes[position]
      bytes[position] = byte ^ 1 << UInt8(position % 8)
      let path = try folder.write(bytes, "wrong")
      do {
        _ = try Model(contentsOf: path)
      } catch {
        #expect(error is SafetensorsError, "byte \(position)")
      }
      bytes[position] = byte
    }
  }

  @Test(arguments: [FaultHook.Step.create, .write, .sync, .rename])
  func aFailedWriteLeavesTheOldFile(step: FaultHook.Step) throws {
    let path = folder.file("model")
    let old = try model()
    try old.write(to: path)
    #expect(throws: FileError.self) {
      try FaultHook.with({ $0 == step && $1 == path ? ENOSPC : nil }) {
        try model(seed: 2).write(to: path)
      }
    }
    #expect(try Model(contentsOf: path) == old)
    #expect(try folder.names() == ["model"])
  }
}
