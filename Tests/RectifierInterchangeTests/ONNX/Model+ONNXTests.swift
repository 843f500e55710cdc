// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierFiles
import RectifierNetworks
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierInterchange

@Suite struct ModelONNXTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test func fiftyNetworksComeBackToTheBit() throws {
    let models = try ExportedModels.all()
    #expect(models.count == 50)
    for (number, model) in models.enumerated() {
      let path = folder.file("model.onnx")
      try model.writeONNX(to: path)
      let back = try Model(onnx: path)
      #expect(back == model, "\(number)")
      let features = ExportedModels.features(
        ExportedModels.rows(for: model, number: number), for: model)
      let before = ExportedModels.values(Predictor(model.network).predict(features))
      let after = ExportedModels.values(Predictor(back.network).predict(features))
      #expect(before.map(\.bitPattern) == after.map(\.bitPattern), "\(number)")
      try back.writeONNX(to: folder.file("again.onnx"))
      #expect(try folder.read("again.onnx") == folder.read("model.onnx"), "\(number)")
    }
  }

  /// Leaves the networks, rows and outputs for `Benchmarks/peers/interchange_check.py`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["RECTIFIER_INTERCHANGE_OUT"] != nil))
  func theNetworksAreLeftForPeers() throws {
    let out = try #require(ProcessInfo.processInfo.environment["RECTIFIER_INTERCHANGE_OUT"])
    for (number, model) in try ExportedModels.all().enumerated() {
      let rows = ExportedModels.rows(for: model, number: number)
      let features = ExportedModels.features(rows, for: model)
      let architecture = model.network.architecture
      let linear = try Network(
        Architecture(
          inputCount: architecture.inputCount, hiddenWidths: architecture.hiddenWidths,
          activations: architecture.activations, hasSignMask: architecture.hasSignMask,
          head: .identity(outputCount: architecture.head.outputCount)),
        tensors: model.network.tensors())
      let outputs = Predictor(model.network).predict(features)
      var entries: [Safetensors.Entry] = []
      for (name, matrix) in [
        ("rows", rows), ("outputs", outputs), ("logits", Predictor(linear).predict(features)),
      ] {
        entries.append(
          Safetensors.Entry(
            name: name, shape: [matrix.rowCount, matrix.columnCount],
            values: .float32(ExportedModels.values(matrix))))
      }
      if let task = model.task, task.predictedNumber([0, 0, 0, 0, 0]) != nil {
        let numbers = (0..<outputs.rowCount).map { row in
          Float(task.predictedNumber((0..<outputs.columnCount).map { outputs[row, $0] })!)
        }
        entries.append(
          Safetensors.Entry(
            name: "prediction", shape: [numbers.count, 1], values: .float32(numbers)))
      }
      try AtomicFile.write(Safetensors.encode(entries, metadata: [:]), to: "\(out)/\(number).rows")
      try model.writeONNX(to: "\(out)/\(number).onnx")
      try model.writeNPZ(to: "\(out)/\(number).npz")
      try model.write(to: "\(out)/\(number).safetensors")
    }
  }

  @Test func theGraphIsOfTheVersionsThatAreSaid() throws {
    let model = try ExportedModels.model(31, .leakyIntegrateAndFire, head: 0)
    let onnx = try model.onnx()
    let bytes = onnx.encoded()
    // ir_version 8; the set of operations of no name in version 17.
    #expect(Array(bytes.prefix(2)) == [0x08, 8])
    #expect(bytes.firstRange(of: [0x42, 0x04, 0x0A, 0x00, 0x10, 17]) != nil)
    #expect(onnx.outputs.map(\.name) == ["probabilities", "logits"])
    #expect(onnx.inputs[0].shape == [.named("N"), .fixed(model.network.architecture.inputCount)])
    let decoded = try bytes.withUnsafeBytes { try ONNXModel($0, path: "x") }
    #expect(decoded == onnx)
  }

  @Test func nothingIsFolded() throws {
    let model = try ExportedModels.model(1, .softplus(sharpness: 2.5), head: 1)
    let operations = try model.onnx().nodes.map(\.operation)
    #expect(operations.prefix(5) == ["Sub", "Div", "Gemm", "Mul", "Softplus"])
    #expect(operations.last == "Sigmoid")
    let weight = model.network.tensors().first { $0.name == "hidden.0.weight" }
    let written = try model.onnx().initializers.first { $0.name == "hidden.0.weight" }
    #expect(written?.values == .floats(try #require(weight).values))
  }

  @Test func numbersThatOutputsSpeakForAreAnOutput() throws {
    let regression = try ExportedModels.model(2, .rectifier, head: 2)
    #expect(try regression.onnx().outputs.map(\.name) == ["prediction", "values"])
    let ordinal = try ExportedModels.model(4, .rectifier, head: 0)
    #expect(try ordinal.onnx().outputs.map(\.name) == ["prediction", "probabilities", "logits"])
  }

  @Test func optionsOfOurOwnFilesAreRefused() throws {
    let path = folder.file("own.onnx")
    try ExportedModels.model(3, .tanh, head: 0).writeONNX(to: path)
    #expect(throws: ImportError.notNeeded(path: path, options: ["labels", "divisor"])) {
      try Model(onnx: path, options: ImportOptions(labels: ["a", "b"], divisor: 255))
    }
  }

  @Test func aGraphThatWasChangedSinceIsRefused() throws {
    for (number, change) in ["Tanh", "Sigmoid"].enumerated() {
      var onnx = try ExportedModels.model(9, .rectifier, head: number).onnx()
      let index = try #require(onnx.nodes.firstIndex { $0.operation == "Relu" })
      onnx.nodes[index].operation = change
      let path = try folder.write(onnx.encoded(), "changed.onnx")
      let error = #expect(throws: ONNXError.self) { try Model(onnx: path) }
      guard case .otherModel(path, _, _) = error else {
        Issue.record("\(error as Any)")
        continue
      }
    }
    var onnx = try ExportedModels.model(9, .rectifier, head: 0).onnx()
    onnx.initializers[0] = ONNXTensor(name: onnx.initializers[0].name, scalar: 128)
    let path = try folder.write(onnx.encoded(), "changed.onnx")
    #expect(
      throws: ONNXError.otherModel(
        path: path, expected: "features divided by 255.0", found: "features divided by 128.0")
    ) { try Model(onnx: path) }
  }
}
