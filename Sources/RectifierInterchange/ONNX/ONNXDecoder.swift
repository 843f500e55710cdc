// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// Turns the bytes of an ONNX file into values, and refuses what no network of ours needs: functions,
/// sub-graphs, training graphs, sparse tensors, and data that lie in other files.
///
/// The numbers in its methods are those of `onnx.proto3`. Fields that say nothing about what is
/// computed, such as texts for people, are passed over.
struct ONNXDecoder {
  let path: String

  func model(_ reader: ProtobufReader) throws -> ONNXModel {
    var reader = reader
    var model = ONNXModel()
    model.operationSets = [:]
    var (irVersion, hasGraph) = (Int64?.none, false)
    try reader.forEach { field in
      switch field.number {
      case 1: irVersion = try field.integer()
      case 2: model.producer = try field.text()
      case 3: model.producerVersion = try field.text()
      case 4, 5, 6, 26: break
      case 7:
        guard !hasGraph else { throw field.unexpected("one graph") }
        hasGraph = true
        try graph(field.message(), into: &model)
      case 8:
        let (domain, version) = try operationSet(field.message())
        try insert(version, for: domain, into: &model.operationSets, field)
      case 14:
        let (key, text) = try entry(field.message())
        try insert(text, for: key, into: &model.metadata, field)
      case 20: throw unsupported("the file", "a graph for prediction", "one for training")
      case 25: throw unsupported("the file", "no functions of its own", "some")
      default: throw field.unexpected("a field of a model")
      }
    }
    guard let irVersion, hasGraph else {
      throw ProtobufError(
        offset: 0, expected: "a version and a graph", found: irVersion == nil ? "none" : "no graph")
    }
    model.irVersion = irVersion
    return model
  }

  private func graph(_ reader: ProtobufReader, into model: inout ONNXModel) throws {
    var reader = reader
    try reader.forEach { field in
      switch field.number {
      case 1: try append(node(field.message()), to: &model.nodes, field)
      case 2: model.graphName = try field.text()
      case 5: try append(tensor(field.message()), to: &model.initializers, field)
      case 11: try append(value(field.message()), to: &model.inputs, field)
      case 12: try append(value(field.message()), to: &model.outputs, field)
      case 15: throw unsupported("the graph", "dense tensors", "a sparse one")
      default: break
      }
    }
  }

  private func node(_ reader: ProtobufReader) throws -> ONNXNode {
    var reader = reader
    var node = ONNXNode()
    try reader.forEach { field in
      switch field.number {
      case 1: try append(field.text(), to: &node.inputs, field)
      case 2: try append(field.text(), to: &node.outputs, field)
      case 3: node.name = try field.text()
      case 4: node.operation = try field.text()
      case 5:
        let (name, value) = try attribute(field.message())
        try insert(value, for: name, into: &node.attributes, field)
      case 7: node.domain = try field.text()
      default: break
      }
    }
    for (name, value) in node.attributes where value == .other(kind: Self.subgraph) {
      throw unsupported(node.place, "no sub-graph", "one as the attribute \(name)")
    }
    return node
  }

  private static let subgraph = "a sub-graph"

  private func attribute(_ reader: ProtobufReader) throws -> (String, ONNXNode.Attribute) {
    var reader = reader
    var (name, value) = ("", ONNXNode.Attribute?.none)
    try reader.forEach { field in
      var found: ONNXNode.Attribute?
      switch field.number {
      case 1: name = try field.text()
      case 2: found = .float(try field.float())
      case 3: found = .integer(try field.integer())
      case 4: found = .other(kind: "text")
      case 5: found = .tensor(try tensor(field.message()))
      case 6, 11: found = .other(kind: Self.subgraph)
      case 13, 20: break
      case 7, 8, 9, 10: found = .other(kind: "a list")
      default: found = .other(kind: "field \(field.number)")
      }
      guard let found else { return }
      // Lists may come element by element; of all else there is one.
      if let value, value != found { throw field.unexpected("one value of an attribute") }
      value = found
    }
    return (name, value ?? .other(kind: "no value"))
  }

  private func value(_ reader: ProtobufReader) throws -> ONNXValue {
    var reader = reader
    var value = ONNXValue()
    try reader.forEach { field in
      switch field.number {
      case 1: value.name = try field.text()
      case 2:
        var type = try field.message()
        try type.forEach { field in
          if field.number == 1 { try array(field.message(), into: &value) }
        }
      default: break
      }
    }
    return value
  }

  private func array(_ reader: ProtobufReader, into value: inout ONNXValue) throws {
    var reader = reader
    try reader.forEach { field in
      switch field.number {
      case 1: value.elementType = try field.integer()
      case 2:
        var extents: [ONNXValue.Extent] = []
        var shape = try field.message()
        try shape.forEach { field in
          if field.number == 1 { try append(extent(field.message()), to: &extents, field) }
        }
        value.shape = extents
      default: break
      }
    }
  }

  private func extent(_ reader: ProtobufReader) throws -> ONNXValue.Extent {
    var reader = reader
    var extent = ONNXValue.Extent.unknown
    try reader.forEach { field in
      switch field.number {
      case 1:
        let count = try field.integer()
        guard count >= 0 else { throw field.unexpected("an extent from 0 on") }
        extent = .fixed(Int(count))
      case 2: extent = .named(try field.text())
      default: break
      }
    }
    return extent
  }

  private func operationSet(_ reader: ProtobufReader) throws -> (String, Int64) {
    var reader = reader
    var (domain, version) = ("", Int64(0))
    try reader.forEach { field in
      switch field.number {
      case 1: domain = try field.text()
      case 2: version = try field.integer()
      default: break
      }
    }
    return (domain == "ai.onnx" ? "" : domain, version)
  }

  private func entry(_ reader: ProtobufReader) throws -> (String, String) {
    var reader = reader
    var (key, text) = ("", "")
    try reader.forEach { field in
      switch field.number {
      case 1: key = try field.text()
      case 2: text = try field.text()
      default: break
      }
    }
    return (key, text)
  }
}

extension ONNXDecoder {
  /// Reads a tensor by ``ONNXTensorFields``.
  private func tensor(_ reader: ProtobufReader) throws -> ONNXTensor {
    try ONNXTensorFields(reader).tensor(path: path)
  }

  private func unsupported(_ place: String, _ expected: String, _ found: String) -> ONNXError {
    .unsupported(path: path, place: place, expected: expected, found: found)
  }

  private func append<Element>(
    _ element: Element, to list: inout [Element], _ field: ProtobufField
  ) throws(ProtobufError) {
    guard list.count < ONNXModel.elementLimit else {
      throw field.unexpected("at most \(ONNXModel.elementLimit) elements")
    }
    list.append(element)
  }

  private func insert<Value>(
    _ value: Value, for key: String, into table: inout [String: Value], _ field: ProtobufField
  ) throws(ProtobufError) {
    guard table.count < ONNXModel.elementLimit, table.updateValue(value, forKey: key) == nil else {
      throw field.unexpected(
        "\(JSONValue.quoted(key)) once, among at most \(ONNXModel.elementLimit)")
    }
  }
}

extension ONNXModel {
  /// Reads the bytes of a file.
  ///
  /// - Throws: ``ONNXError``.
  init(_ bytes: UnsafeRawBufferPointer, path: String) throws(ONNXError) {
    guard bytes.count <= Self.byteLimit else {
      throw .tooLarge(path: path, byteCount: bytes.count)
    }
    do {
      self = try ONNXDecoder(path: path).model(ProtobufReader(bytes))
    } catch let error as ProtobufError {
      throw .damaged(
        path: path, offset: error.offset, expected: error.expected, found: error.found)
    } catch let error as ONNXError {
      throw error
    } catch { fatalError("ONNX: \(error)") }
  }
}
