// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierData
import RectifierFiles
import RectifierNetworks
import RectifierTraining

extension Model {
  /// Writes the model as an ONNX file in one piece: operation set 17, format version 8.
  ///
  /// The graph takes `features` `[N × inputs]`, as data store them (bytes as numbers from 0 to 255,
  /// numeric columns in their own units) or, where rows of files have words, texts or missing numbers,
  /// as encoded. It gives `probabilities` or `values` `[N × outputs]`; `logits`, what the last layer
  /// computes before the head; and `prediction` `[N × 1]` for ordinal classes and regression. All else
  /// that a model is stands in the file's metadata, and reading the file back gives an equal model.
  ///
  /// The same model always gives the same bytes.
  ///
  /// - Throws: `ONNXError.tooLarge`, `FileError`.
  public func writeONNX(to path: String) throws {
    // Metadata and names are small beside what is left to the limit.
    let byteCount = network.architecture.parameterCount.multipliedReportingOverflow(by: 4)
    guard !byteCount.overflow, byteCount.partialValue < ONNXModel.byteLimit - 1 << 20 else {
      throw ONNXError.tooLarge(path: path, byteCount: byteCount.partialValue)
    }
    let bytes = try onnx().encoded()
    guard bytes.count <= ONNXModel.byteLimit else {
      throw ONNXError.tooLarge(path: path, byteCount: bytes.count)
    }
    try AtomicFile.write(bytes, to: path)
  }

  /// The model as a graph.
  func onnx() throws -> ONNXModel {
    var onnx = ONNXGraphWriter(self).model
    onnx.producer = "Rectifier"
    onnx.producerVersion = RectifierVersion.text
    for (key, text) in try metadata() { onnx.metadata[ONNXNames.metadataPrefix + key] = text }
    return onnx
  }

  /// Reads an ONNX file: one that was exported, or a multi-layer perceptron of another program.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - options: What the file of another program does not say.
  /// - Throws: `FileError` where there is no file to read; `ONNXError` where it is damaged or holds
  ///   another kind of network; `SafetensorsError` where metadata of ours are damaged; `ImportError`
  ///   where options do not go with the file.
  public init(onnx path: String, options: ImportOptions = ImportOptions()) throws {
    let file = try MappedFile(path: path, doing: "reading an ONNX file")
    self = try Model(onnx: file.bytes, path: path, options: options)
  }

  /// Reads the bytes of an ONNX file, as ``init(onnx:options:)`` does.
  ///
  /// - Parameters:
  ///   - bytes: All of them.
  ///   - path: What messages call the file.
  ///   - options: What the file of another program does not say.
  public init(
    onnx bytes: UnsafeRawBufferPointer, path: String, options: ImportOptions = ImportOptions()
  ) throws {
    let onnx = try ONNXModel(bytes, path: path)
    let graph = try ONNXGraph(onnx, path: path)
    let prefix = ONNXNames.metadataPrefix
    let own = onnx.metadata.filter { $0.key.hasPrefix(prefix) }
    guard own.isEmpty || options.given.isEmpty else {
      throw ImportError.notNeeded(path: path, options: options.given)
    }
    let chain = try ONNXChain(graph, to: graph.output(named: options.output))
    let found = try ONNXNetwork(chain, path: path)
    guard own.isEmpty else {
      let metadata = Dictionary(
        uniqueKeysWithValues: own.map { (String($0.key.dropFirst(prefix.count)), $0.value) })
      self = try Self.own(found, metadata: metadata, path: path)
      return
    }
    self = try ImportedNetwork(found, in: graph, path: path).model(options)
  }

  /// The model that metadata of ours describe, which has to be that of the graph.
  private static func own(
    _ found: ONNXNetwork, metadata: [String: String], path: String
  ) throws -> Model {
    let model = try Model(metadata: metadata, path: path) { architecture in
      let graph = found.network.architecture
      // Without hidden layers there is nothing to see a sign mask by.
      let isSame =
        graph.widths == architecture.widths && graph.activations == architecture.activations
        && graph.head == architecture.head
        && (graph.hasSignMask == architecture.hasSignMask || graph.hiddenWidths.isEmpty)
      guard isSame else {
        throw ONNXError.otherModel(path: path, expected: text(architecture), found: text(graph))
      }
      return try Network(architecture, tensors: found.network.tensors())
    }
    let preprocessing = ONNXPreprocessing(model.preprocessing)
    guard preprocessing == found.preprocessing else {
      throw ONNXError.otherModel(
        path: path, expected: "\(preprocessing)", found: "\(found.preprocessing)")
    }
    return model
  }

  /// An architecture in a message.
  private static func text(_ architecture: Architecture) -> String {
    "\(architecture.widths), \(architecture.activations), \(architecture.head.name)"
      + (architecture.hasSignMask ? ", a sign mask" : "")
  }
}
