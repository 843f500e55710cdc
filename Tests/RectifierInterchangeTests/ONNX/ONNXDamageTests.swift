// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierInterchange

/// Files that are cut, changed, or say what no network of ours does.
@Suite struct ONNXDamageTests {
  private func read(_ bytes: [UInt8]) throws -> Model {
    try bytes.withUnsafeBytes { try Model(onnx: $0, path: "file") }
  }

  /// A model without metadata of ours: what is read is the graph alone.
  private func graph(
    _ activation: Activation = .rectifier, head: Int = 0
  ) throws -> ONNXModel {
    var onnx = try ExportedModels.model(29, activation, head: head).onnx()
    onnx.metadata = [:]
    return onnx
  }

  private func refusal(_ bytes: [UInt8]) -> ONNXError? {
    let error = #expect(throws: ONNXError.self) { try read(bytes) }
    #expect(error?.description.contains("\n") != true)
    return error
  }

  private func refusalText(_ bytes: [UInt8]) -> String {
    refusal(bytes)?.description ?? "no error"
  }

  /// The message for a graph that was changed.
  private func message(
    _ activation: Activation = .rectifier, head: Int = 0, _ change: (inout ONNXModel) throws -> Void
  ) throws -> String {
    var onnx = try graph(activation, head: head)
    _ = try read(onnx.encoded())
    try change(&onnx)
    return refusalText(onnx.encoded())
  }

  @Test func aPartOfAFileIsRefused() throws {
    let bytes = try ExportedModels.model(9, .leakyIntegrateAndFire, head: 0).onnx().encoded()
    var wholeCount = 0
    for count in 0..<bytes.count {
      do {
        // Without any of our metadata, a file is that of another program.
        let model = try read(Array(bytes[..<count]))
        #expect(model.facts.training.rowCount == 0, "\(count) bytes")
        wholeCount += 1
      } catch {
        #expect(error is ONNXError || error is SafetensorsError, "\(count) bytes: \(error)")
      }
    }
    #expect(wholeCount == 1)
  }

  @Test func bytesBehindAFileAreRefused() throws {
    let bytes = try ExportedModels.model(9, .rectifier, head: 0).onnx().encoded()
    for rest: [UInt8] in [[0], [0xFF], [0x08], Array("PK".utf8), [0x7A, 0], bytes] {
      #expect(throws: ONNXError.self, "\(rest.prefix(3))") { try self.read(bytes + rest) }
    }
  }

  @Test func aWrongByteNeverTraps() throws {
    for activation in [Activation.leakyIntegrateAndFire, .softplus(sharpness: 2.5)] {
      var bytes = try ExportedModels.model(9, activation, head: 0).onnx().encoded()
      for position in bytes.indices {
        let byte = bytes[position]
        for bit in [0, 3, 7] {
          bytes[position] = byte ^ 1 << UInt8(bit)
          do { _ = try read(bytes) } catch {
            #expect(
              error is ONNXError || error is SafetensorsError || error is ImportError
                || error is ParameterError, "byte \(position): \(error)")
          }
        }
        bytes[position] = byte
      }
    }
  }

  @Test func aLengthBeyondAllBoundsIsRefused() {
    for length in [[0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [UInt8](repeating: 0xFF, count: 9) + [1]] {
      guard case .damaged(_, 1, _, _) = refusal([0x3A] + length.map { UInt8($0) }) else {
        Issue.record("another error")
        continue
      }
    }
  }

  /// A file whose only tensor is written by the closure.
  private func tensorFile(_ body: @escaping (inout ProtobufWriter) -> Void) -> [UInt8] {
    var writer = ProtobufWriter()
    writer.write(1, Int64(8))
    writer.write(7) { graph in graph.write(5, body) }
    return writer.bytes
  }

  @Test func tensorsAreRefusedThatLieElsewhereOrTwice() {
    let table: [(text: String, body: (inout ProtobufWriter) -> Void)] = [
      ("external data", { $0.write(14, Int64(1)) }),
      (
        "external data",
        {
          $0.write(13) { entry in
            entry.write(1, "location"); entry.write(2, "../weights")
          }
        }
      ),
      (
        "raw_data beside",
        {
          $0.write(4, Float(1)); $0.write(9, [0, 0, 128, 63])
        }
      ),
      ("3 bytes", { $0.write(9, [0, 0, 0]) }),
      ("a part of one", { $0.write(3) { part in part.write(1, Int64(0)) } }),
    ]
    for (text, body) in table {
      let bytes = tensorFile { tensor in
        tensor.write(1, Int64(1))
        tensor.write(2, Int64(1))
        tensor.write(8, "weights")
        body(&tensor)
      }
      let message = refusalText(bytes)
      #expect(message.contains(text) && message.contains("tensor \"weights\""), "\(message)")
    }
  }

  private static let extents: [[Int64]] = [
    [1 << 40, 1 << 40], [.max, 2], [-1, 4], [1 << 33], [1 << 32, 1 << 32],
  ]

  @Test(arguments: extents)
  func extentsBeyondAllBoundsAllocateNothing(extents: [Int64]) {
    for type in [Int64(1), 6, 7, 8] {
      let bytes = tensorFile { tensor in
        for extent in extents { tensor.write(1, extent) }
        tensor.write(2, type)
        tensor.write(9, [0, 0, 128, 63])
      }
      guard case .unsupported = refusal(bytes) else {
        Issue.record("another error")
        continue
      }
    }
  }

  @Test func whatNoNetworkNeedsIsRefused() throws {
    let whole = try graph().encoded()
    let table: [(text: String, field: Int)] = [("functions", 25), ("training", 20)]
    for (text, field) in table {
      var writer = ProtobufWriter()
      writer.write(field) { $0.write(1, "name") }
      #expect(refusalText(whole + writer.bytes).contains(text))
    }
    var branch = ProtobufWriter()
    branch.write(1, Int64(8))
    branch.write(7) { graph in
      graph.write(1) { node in
        node.write(3, "branch")
        node.write(4, "If")
        node.write(5) { attribute in
          attribute.write(1, "then_branch")
          attribute.write(6) { $0.write(2, "inner") }
        }
      }
    }
    let message = refusalText(branch.bytes)
    #expect(message.contains("node \"branch\" (If)") && message.contains("sub-graph"))
  }

  @Test func operationsAreRefusedByTheirNames() throws {
    for operation in ["Conv", "LSTM", "Relo", "BatchNormalization", ""] {
      let text = try message { onnx in
        let index = onnx.nodes.firstIndex { $0.operation == "Relu" }!
        onnx.nodes[index].operation = operation
      }
      #expect(text.contains("(\(operation))"), "\(text)")
    }
    let text = try message { onnx in
      onnx.nodes[0].domain = "com.example"
      onnx.operationSets["com.example"] = 1
    }
    #expect(text.contains("com.example.Gemm"), "\(text)")
  }

  @Test func operationsWithOtherCharactersAreQuoted() throws {
    let text = try message { onnx in
      let index = onnx.nodes.firstIndex { $0.operation == "Relu" }!
      onnx.nodes[index].operation = "Re\nlu"
      onnx.nodes[index].inputs[0] = "a\nb"
    }
    #expect(!text.contains("\n"), "\(text)")
    let long = try message { onnx in
      onnx.nodes[0].operation = String(repeating: "x", count: 10_000)
    }
    #expect(long.utf8.count < 1000 && !long.contains("\n"))
  }

  @Test func attributesAreRefusedByTheirNames() throws {
    for (name, value) in [("transA", 1), ("alpha", 2), ("beta", 1)] as [(String, Int64)] {
      let text = try message { onnx in
        let index = onnx.nodes.firstIndex { $0.operation == "Gemm" }!
        onnx.nodes[index].attributes[name] = .integer(value)
      }
      #expect(text.contains(name) && text.contains("(Gemm)"), "\(text)")
    }
    let axis = try message { onnx in
      let index = onnx.nodes.firstIndex { $0.operation == "Softmax" }!
      onnx.nodes[index].attributes["axis"] = .integer(0)
    }
    #expect(axis.contains("axis 1") && axis.contains("(Softmax)"), "\(axis)")
  }

  @Test func graphsOfAnotherFormAreRefused() throws {
    #expect(try message { $0.outputs = [] }.contains("one output"))
    #expect(try message { $0.inputs = [] }.contains("one input"))
    #expect(
      try message { $0.inputs.append(.rows("more", columnCount: 1)) }.contains("one input"))
    #expect(try message { $0.inputs[0].elementType = 11 }.contains("double"))
    #expect(try message { $0.inputs[0].shape = [.named("N"), .fixed(99)] }.contains("99 features"))
    #expect(try message { $0.operationSets[""] = 99 }.contains("99"))
    #expect(try message { $0.operationSets = [:] }.contains("operation set"))
    #expect(try message { $0.irVersion = 99 }.contains("99"))
    #expect(try message { $0.initializers.append($0.initializers[0]) }.contains("twice"))
    #expect(try message { $0.nodes.append($0.nodes[0]) }.contains("twice"))
    #expect(try message { $0.initializers.removeFirst() }.contains("constant"))
    let circle = try message { onnx in onnx.nodes[0].inputs[0] = onnx.nodes[0].outputs[0] }
    #expect(circle.contains("circle"), "\(circle)")
  }

  @Test func layersThatDoNotFitAreRefused() throws {
    let text = try message { onnx in
      let index = onnx.initializers.firstIndex { $0.name == "output.weight" }!
      let width = onnx.initializers[index].shape[1]
      onnx.initializers[index] = ONNXTensor(
        name: "output.weight", shape: [2, width + 1],
        values: .floats(Array(repeating: 0, count: 2 * width + 2)))
    }
    #expect(text.contains("weights for"), "\(text)")
    let notFinite = try message { onnx in
      let index = onnx.initializers.firstIndex { $0.name == "output.bias" }!
      onnx.initializers[index] = ONNXTensor(
        name: "output.bias", shape: [2], values: .floats([0, .nan]))
    }
    #expect(notFinite.contains("not finite"), "\(notFinite)")
  }

  @Test func standardisedColumnsWithoutNamesAreRefused() throws {
    var onnx = try ExportedModels.model(1, .rectifier, head: 1).onnx()
    #expect(onnx.nodes[0].operation == "Sub")
    onnx.metadata = [:]
    #expect(refusalText(onnx.encoded()).contains("standardised columns"))
  }
}
