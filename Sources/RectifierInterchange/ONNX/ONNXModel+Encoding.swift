// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

extension ONNXModel {
  /// The bytes of a file; the same model always gives the same ones.
  func encoded() -> [UInt8] {
    var writer = ProtobufWriter()
    writer.write(1, irVersion)
    writer.write(2, producer)
    writer.write(3, producerVersion)
    writer.write(7) { graph in
      for node in nodes { graph.write(1, node.encode) }
      graph.write(2, graphName)
      for tensor in initializers { graph.write(5, tensor.encode) }
      for input in inputs { graph.write(11, input.encode) }
      for output in outputs { graph.write(12, output.encode) }
    }
    for (domain, version) in operationSets.sorted(by: { $0.key < $1.key }) {
      writer.write(8) { set in
        set.write(1, domain)
        set.write(2, version)
      }
    }
    for (key, text) in metadata.sorted(by: { $0.key < $1.key }) {
      writer.write(14) { entry in
        entry.write(1, key)
        entry.write(2, text)
      }
    }
    return writer.bytes
  }
}

extension ONNXNode {
  fileprivate func encode(_ writer: inout ProtobufWriter) {
    for input in inputs { writer.write(1, input) }
    for output in outputs { writer.write(2, output) }
    writer.write(3, name)
    writer.write(4, operation)
    if !domain.isEmpty { writer.write(7, domain) }
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      guard case .integer(let integer) = value else {
        fatalError("ONNX: an attribute \(name) that is no whole number is not written")
      }
      writer.write(5) { attribute in
        attribute.write(1, name)
        attribute.write(3, integer)
        attribute.write(20, Int64(2))
      }
    }
  }
}

extension ONNXTensor {
  fileprivate func encode(_ writer: inout ProtobufWriter) {
    guard case .floats(let floats) = values else {
      fatalError("ONNX: the tensor \(name) has no numbers of 32 bits, others are not written")
    }
    for extent in shape { writer.write(1, Int64(extent)) }
    writer.write(2, ONNXElementType.float)
    writer.write(8, name)
    floats.withUnsafeBytes { writer.write(9, content: $0) }
  }
}

extension ONNXValue {
  fileprivate func encode(_ writer: inout ProtobufWriter) {
    writer.write(1, name)
    writer.write(2) { type in
      type.write(1) { array in
        array.write(1, elementType ?? ONNXElementType.float)
        array.write(2) { shape in
          for extent in self.shape ?? [] { shape.write(1, extent.encode) }
        }
      }
    }
  }
}

extension ONNXValue.Extent {
  fileprivate func encode(_ writer: inout ProtobufWriter) {
    switch self {
    case .fixed(let count): writer.write(1, Int64(count))
    case .named(let name): writer.write(2, name)
    case .unknown: break
    }
  }
}
