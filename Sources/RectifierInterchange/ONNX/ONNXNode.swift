// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// One operation of a graph.
struct ONNXNode: Equatable {
  /// What changes an operation beside its inputs.
  enum Attribute: Equatable {
    case float(Float)
    case integer(Int64)
    case tensor(ONNXTensor)
    /// Text, lists, and whatever else is of no use here; its content is not kept.
    case other(kind: String)
  }

  var name = ""
  /// The operation, as in "Gemm".
  var operation = ""
  /// The set of operations that it belongs to; empty for that of ONNX itself.
  var domain = ""
  var inputs: [String] = []
  var outputs: [String] = []
  var attributes: [String: Attribute] = [:]

  /// The operation with its set: `Gemm`, `ai.onnx.ml.Scaler`.
  var fullOperation: String {
    domain.isEmpty || domain == "ai.onnx" ? operation : "\(domain).\(operation)"
  }

  /// What messages call the operation: its name, quoted where it is none that an operation can have.
  var shownOperation: String {
    let name = fullOperation
    let isPlain =
      name.utf8.count <= 60
      && name.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || "._".utf8.contains($0)
      }
    return isPlain ? name : JSONValue.quoted(name)
  }

  /// What messages call the node: by its name, or by what it makes.
  var place: String {
    let name = name.isEmpty ? outputs.first ?? "" : name
    return "node \(JSONValue.quoted(name)) (\(shownOperation))"
  }
}
