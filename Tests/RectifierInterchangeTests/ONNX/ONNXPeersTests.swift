// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import Foundation
import RectifierData
import RectifierNetworks
import RectifierNumerics
import RectifierTestSupport
import RectifierTraining
import Testing

@testable import RectifierInterchange

/// Networks of scikit-learn and PyTorch, with what onnxruntime computes: `Golden/make_onnx.py`.
@Suite struct ONNXPeersTests {
  struct Peer: Sendable, CustomTestStringConvertible {
    let name: String
    let labels: [String]
    let rows: [[Float]]
    let outputs: [Float]
    let file: [UInt8]
    var testDescription: String { name }
  }

  static let peers: [Peer] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let url = folder.appendingPathComponent("../Golden/onnx_peers.txt").standardized
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let numbers = fields[3].split(separator: ",").compactMap { Float($0) }
      let width = Int(fields[2])!
      return Peer(
        name: fields[0], labels: fields[1].split(separator: ",").map(String.init),
        rows: stride(from: 0, to: numbers.count, by: width).map { Array(numbers[$0..<$0 + width]) },
        outputs: fields[4].split(separator: ",").compactMap { Float($0) },
        file: [UInt8](Data(base64Encoded: fields[5])!))
    }
  }()

  private func model(_ peer: Peer, _ options: ImportOptions = ImportOptions()) throws -> Model {
    try peer.file.withUnsafeBytes { try Model(onnx: $0, path: peer.name, options: options) }
  }

  private func peer(_ name: String) throws -> Peer {
    try #require(Self.peers.first { $0.name == name })
  }

  @Test func thereAreThatMany() { #expect(Self.peers.count == 11) }

  @Test(arguments: peers)
  func theOutputsAgree(peer: Peer) throws {
    let model = try model(peer)
    #expect(model.labels == peer.labels || peer.labels.isEmpty)
    let outputs = ExportedModels.values(
      Predictor(model.network).predict(Matrix(rows: peer.rows)))
    #expect(outputs.count == peer.outputs.count)
    for (own, theirs) in zip(outputs, peer.outputs) { #expect(abs(own - theirs) <= 2e-6) }
  }

  @Test func whatTheyBecome() throws {
    let two = try model(peer("scikit two classes"))
    #expect(two.network.architecture.head == .softmax(classCount: 2))
    #expect(two.network.architecture.activations == [.tanh] && two.labels == ["0", "1"])
    for name in ["torch softplus", "torch script softplus"] {
      let softplus = try model(peer(name)).network.architecture
      #expect(softplus.activations == [.softplus(sharpness: 2)])
    }
    let images = try model(peer("torch images"))
    #expect(images.imageShape == ImageShape(height: 2, width: 2) && images.labels.isEmpty)
    #expect(images.facts.epoch == 0 && images.facts.training.rowCount == 0)
    let single = try model(peer("torch without biases"))
    #expect(single.network.architecture.head == .logistic(outputCount: 1))
  }

  @Test func modelsOfOthersAreModels() throws {
    let folder = try ScratchFolder()
    for peer in Self.peers {
      let model = try model(peer)
      try model.write(to: folder.file("model"))
      #expect(try Model(contentsOf: folder.file("model")) == model)
      try model.writeONNX(to: folder.file("model.onnx"))
      #expect(try Model(onnx: folder.file("model.onnx")) == model)
    }
  }

  @Test func optionsSayWhatTheFileDoesNot() throws {
    let peer = try peer("torch script softplus")
    let model = try model(
      peer, ImportOptions(labels: ["x", "y", "z"], divisor: 255))
    #expect(model.labels == ["x", "y", "z"] && model.preprocessing.divisor == 255)
    #expect(throws: ImportError.wrongLabels(path: peer.name, expected: 3, found: ["x"])) {
      try self.model(peer, ImportOptions(labels: ["x"]))
    }
    #expect(throws: ImportError.wrongLabels(path: peer.name, expected: 3, found: ["x", "x", "y"])) {
      try self.model(peer, ImportOptions(labels: ["x", "x", "y"]))
    }
    for divisor in [0, -1, Float.infinity, .nan] {
      #expect(throws: ImportError.self) { try self.model(peer, ImportOptions(divisor: divisor)) }
    }
  }

  @Test func anotherOutputCanBeNamed() throws {
    let peer = try peer("scikit three classes")
    let model = try model(peer, ImportOptions(output: "add_result1"))
    #expect(model.network.architecture.head == .identity(outputCount: 3))
    let error = #expect(throws: ONNXError.self) {
      try self.model(peer, ImportOptions(output: "sum"))
    }
    #expect("\(error!)".contains("\"probabilities\""))
    // The label is chosen by operations that no network has.
    let label = #expect(throws: ONNXError.self) {
      try self.model(peer, ImportOptions(output: "array_feature_extractor_result"))
    }
    #expect("\(label!)".contains("ai.onnx.ml.ArrayFeatureExtractor"))
  }
}
