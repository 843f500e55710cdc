// SPDX-License-Identifier: Apache-2.0
// Rectifier: deep sparse rectifier networks that turn their zeros into speed.

import RectifierFiles
import RectifierNetworks

/// Reads one node of a chain; its errors name it.
struct ONNXNodeReader {
  let node: ONNXNode
  let graph: ONNXGraph

  /// The operations that a chain may have, for messages.
  private static let known =
    "Gemm, MatMul, Add, Sub, Mul, Div, Relu, Softplus, Tanh, Sigmoid, Abs, Max, Where, Softmax,"
    + " Identity, Cast, Flatten, Reshape or Concat"

  /// The error for an operation that is not known.
  var unknown: ONNXError { refused("one of \(Self.known)", node.shownOperation) }

  func refused(_ expected: String, _ found: String) -> ONNXError {
    graph.refused(node.place, expected, found)
  }

  /// The name of the only input.
  func onlyInput() throws(ONNXError) -> String {
    guard node.inputs.count == 1 else { throw refused("one input", "\(node.inputs.count)") }
    return node.inputs[0]
  }

  /// Refuses an attribute of another value; without a default it has to be there.
  func require(
    _ name: String, _ expected: Int64, default assumed: Int64? = nil
  ) throws(ONNXError) {
    let found = try integer(name, default: assumed)
    guard found == expected else {
      throw refused("\(name) \(expected)", found.map { "\($0)" } ?? "none")
    }
  }

  /// Rows have two dimensions: axis 1 is the last one, which is −1.
  func requireLastAxis() throws(ONNXError) {
    let version = graph.model.operationSets[""] ?? 0
    let axis = try integer("axis", default: version < 13 ? 1 : -1)
    guard axis == 1 || axis == -1 else { throw refused("axis 1 or -1", "\(axis ?? 0)") }
  }

  private func integer(_ name: String, default assumed: Int64?) throws(ONNXError) -> Int64? {
    switch node.attributes[name] {
    case .integer(let value): value
    case nil: assumed
    default: throw refused("a whole number as \(name)", "another kind")
    }
  }

  private func requireOne(_ name: String) throws(ONNXError) {
    switch node.attributes[name] {
    case nil, .float(1): return
    default: throw refused("\(name) 1", "another")
    }
  }

  /// Gemm: α·A·B + β·C with α = β = 1, A as it is, and B and C constants.
  func gemm() throws(ONNXError) -> (ONNXStep.Kind?, String) {
    try requireOne("alpha")
    try requireOne("beta")
    try require("transA", 0, default: 0)
    let transposition = try integer("transB", default: 0)
    guard (2...3).contains(node.inputs.count) else {
      throw refused("two inputs or three", "\(node.inputs.count)")
    }
    let hasBias = node.inputs.count == 3 && !node.inputs[2].isEmpty
    let bias = hasBias ? try constant(node.inputs[2]) : nil
    return (
      .affine(weights: try weights(), isTransposed: transposition != 0, bias: bias), node.inputs[0]
    )
  }

  /// The constant matrix that the second input is.
  func weights() throws(ONNXError) -> ONNXTensor {
    guard node.inputs.count >= 2 else { throw refused("two inputs", "\(node.inputs.count)") }
    let weights = try constant(node.inputs[1])
    guard weights.matrixShape != nil, case .floats = weights.values else {
      throw refused("a matrix of float as weights", "shape \(weights.shape)")
    }
    return weights
  }

  private func constant(_ name: String) throws(ONNXError) -> ONNXTensor {
    guard let constant = graph.constant(name) else {
      throw refused("a constant as \(JSONValue.quoted(name))", "what the graph computes")
    }
    return constant
  }

  /// The constant among two inputs, and the name of the other one.
  func constantOfEither() throws(ONNXError) -> (ONNXTensor, String) {
    guard node.inputs.count == 2 else { throw refused("two inputs", "\(node.inputs.count)") }
    let (first, second) = (graph.constant(node.inputs[0]), graph.constant(node.inputs[1]))
    switch (first, second) {
    case (nil, let constant?): return (constant, node.inputs[0])
    case (let constant?, nil): return (constant, node.inputs[1])
    default: throw refused("a constant as one of the inputs", "\(first == nil ? "none" : "two")")
    }
  }

  /// Add, Mul, Sub and Div with a constant, for the latter two as what is taken away or divided by.
  func arithmetic() throws(ONNXError) -> (ONNXStep.Kind?, String) {
    let (constant, other) = try constantOfEither()
    switch node.operation {
    case "Add": return (.add(constant), other)
    case "Mul": return (.multiply(constant), other)
    default:
      guard other == node.inputs[0] else { throw refused("a constant as its second input", "none") }
      return (node.operation == "Sub" ? .subtract(constant) : .divide(constant), other)
    }
  }

  /// Reshape to rows: the first extent as it was, the second all the rest.
  func reshape() throws(ONNXError) -> (ONNXStep.Kind?, String) {
    guard node.inputs.count == 2 else { throw refused("two inputs", "\(node.inputs.count)") }
    guard case .integers(let shape) = try constant(node.inputs[1]).values, shape.count == 2,
      shape[0] == -1 || shape[0] == 0, shape[1] > 0 || shape[1] == -1 && shape[0] == 0,
      let columnCount = Int(exactly: shape[1])
    else { throw refused("a shape of rows, as in [-1, 4]", "another") }
    return (.row(columnCount: columnCount > 0 ? columnCount : nil), node.inputs[0])
  }

  /// Concat of 1 − p and p, as scikit-learn makes probabilities of two classes.
  func complement() throws(ONNXError) -> (ONNXStep.Kind?, String) {
    try requireLastAxis()
    guard node.inputs.count == 2, let difference = graph.producer(of: node.inputs[0]),
      difference.operation == "Sub", difference.inputs.count == 2,
      graph.constant(difference.inputs[0])?.scalar == 1, difference.inputs[1] == node.inputs[1]
    else { throw refused("1 - p beside p", "other inputs") }
    return (.complement, node.inputs[1])
  }
}
