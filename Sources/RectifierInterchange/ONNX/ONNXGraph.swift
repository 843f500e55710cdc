// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles

/// The nodes and constants of a model by the names of what they make.
struct ONNXGraph {
  let path: String
  let model: ONNXModel
  private let producers: [String: Int]
  private let constants: [String: ONNXTensor]

  /// - Throws: ``ONNXError``: versions that are not known, a name that two things have.
  init(_ model: ONNXModel, path: String) throws(ONNXError) {
    self.path = path
    self.model = model
    let version = model.operationSets[""] ?? 0
    guard (3...14).contains(model.irVersion), ONNXModel.readableOperationSets.contains(version)
    else {
      let sets = ONNXModel.readableOperationSets
      throw .unsupported(
        path: path, place: "the file",
        expected: "format version 3 to 14 and operation set \(sets.lowerBound) to"
          + " \(sets.upperBound)", found: "\(model.irVersion) and \(version)")
    }
    var producers: [String: Int] = [:]
    var constants: [String: ONNXTensor] = [:]
    func isNew(_ name: String) -> Bool { producers[name] == nil && constants[name] == nil }
    for tensor in model.initializers {
      guard isNew(tensor.name) else { throw Self.twice(tensor.name, path: path) }
      constants[tensor.name] = tensor
    }
    for (index, node) in model.nodes.enumerated() {
      for output in node.outputs where !output.isEmpty {
        guard isNew(output) else { throw Self.twice(output, path: path) }
        if let constant = node.constant {
          constants[output] = constant
        } else {
          producers[output] = index
        }
      }
    }
    self.producers = producers
    self.constants = constants
  }

  private static func twice(_ name: String, path: String) -> ONNXError {
    .unsupported(
      path: path, place: "the graph", expected: "every name once",
      found: "\(JSONValue.quoted(name)) twice")
  }

  /// What makes the value of that name; nil for inputs and constants.
  func producer(of name: String) -> ONNXNode? { producers[name].map { model.nodes[$0] } }

  /// The constant of that name.
  func constant(_ name: String) -> ONNXTensor? { constants[name] }

  /// The one thing that the graph takes beside its constants.
  func input() throws(ONNXError) -> ONNXValue {
    let inputs = model.inputs.filter { constants[$0.name] == nil }
    guard let input = inputs.first, inputs.count == 1 else {
      throw refused("the graph", "one input", "\(inputs.count)")
    }
    guard input.elementType == ONNXElementType.float else {
      throw refused(
        "input \(JSONValue.quoted(input.name))", "elements of float",
        input.elementType.map(ONNXElementType.name) ?? "no array")
    }
    return input
  }

  /// The name of the value that the network's outputs are: the one asked for, the only one, or that
  /// which goes by the name of such outputs.
  func output(named name: String?) throws(ONNXError) -> String {
    if let name {
      guard producers[name] != nil else {
        throw refused(
          "the graph", "a value called \(JSONValue.quoted(name))", "outputs \(outputNames)")
      }
      return name
    }
    let names = model.outputs.map(\.name)
    if names.count == 1 { return names[0] }
    guard let known = ONNXNames.heads.first(where: names.contains) else {
      throw refused(
        "the graph", "one output, or one called \(ONNXNames.heads.joined(separator: " or "))",
        "\(outputNames); say which one is meant")
    }
    return known
  }

  private var outputNames: String {
    model.outputs.isEmpty
      ? "none" : model.outputs.map { JSONValue.quoted($0.name) }.joined(separator: ", ")
  }

  /// The error for something that is not supported.
  func refused(_ place: String, _ expected: String, _ found: String) -> ONNXError {
    .unsupported(path: path, place: place, expected: expected, found: found)
  }
}

extension ONNXNode {
  /// The tensor that a node stands for which computes nothing.
  fileprivate var constant: ONNXTensor? {
    guard operation == "Constant", domain.isEmpty || domain == "ai.onnx", attributes.count == 1
    else { return nil }
    switch attributes.first?.value {
    case .tensor(let tensor): return tensor
    case .float(let float): return ONNXTensor(name: outputs.first ?? "", scalar: float)
    default: return nil
    }
  }
}
